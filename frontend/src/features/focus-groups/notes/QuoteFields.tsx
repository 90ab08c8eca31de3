import { Button, Fieldset, Group, NativeSelect, Stack, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { QuoteToKeep } from '@/api/generated';
import { Icon } from '@/ui/Icon';
import { ageBands, sexes } from '../vocabulary';
import { useKindOfPerson } from './useKindOfPerson';

interface Props {
  quotes: QuoteToKeep[];
  onChange: (quotes: QuoteToKeep[]) => void;
}

const most = 50;

/** The words of somebody, and of which kind the person is. There is no field for a name. */
export function QuoteFields({ quotes, onChange }: Props) {
  const { t } = useTranslation('focus-groups');
  const change = (at: number, part: Partial<QuoteToKeep>) =>
    onChange(quotes.map((quote, index) => (index === at ? { ...quote, ...part } : quote)));
  return (
    <Stack>
      {quotes.map((quote, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a quote has no name but its place
        <Fieldset key={at} legend={t('quote', { number: at + 1 })}>
          <Stack gap="sm">
            <Textarea
              autosize
              minRows={2}
              maxLength={1000}
              label={t('quote_text')}
              value={quote.text}
              onChange={({ currentTarget }) => change(at, { text: currentTarget.value })}
            />
            <Group align="flex-end">
              <WhoSelect quote={quote} onChange={(part) => change(at, part)} />
              <Button
                variant="default"
                leftSection={<Icon name="trash" />}
                onClick={() => onChange(quotes.filter((_, index) => index !== at))}
              >
                {t('quote_remove')}
              </Button>
            </Group>
          </Stack>
        </Fieldset>
      ))}
      {quotes.length < most && (
        <Group>
          <Button
            variant="default"
            leftSection={<Icon name="plus" />}
            onClick={() => onChange([...quotes, { text: '', sex: 'female', age_band: 'from36' }])}
          >
            {t('quote_add')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

interface WhoProps {
  quote: QuoteToKeep;
  onChange: (part: Partial<QuoteToKeep>) => void;
}

function WhoSelect({ quote, onChange }: WhoProps) {
  const { t } = useTranslation('focus-groups');
  const kindOf = useKindOfPerson();
  const choices = sexes.flatMap((sex) =>
    ageBands.map((age_band) => ({
      value: `${sex} ${age_band}`,
      label: kindOf({ sex, age_band }),
      part: { sex, age_band },
    })),
  );
  return (
    <NativeSelect
      size="md"
      flex="1 1 14rem"
      label={t('quote_who')}
      data={choices.map(({ value, label }) => ({ value, label }))}
      value={`${quote.sex} ${quote.age_band}`}
      onChange={({ currentTarget }) => {
        const chosen = choices.find(({ value }) => value === currentTarget.value);
        if (chosen) onChange(chosen.part);
      }}
    />
  );
}
