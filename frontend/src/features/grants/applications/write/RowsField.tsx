import { Button, Fieldset, Group, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type words from '@/i18n/en/grant-applications.json';
import { useRowFocus } from '@/ui/forms/useRowFocus';
import { Icon } from '@/ui/Icon';

interface Row {
  name: string;
  about: string;
}

type Word = Extract<keyof typeof words, `${'team' | 'partner' | 'add'}_${string}`>;

interface Props {
  rows: Row[];
  /** What a row, its two fields and another row are called. */
  words: { row: Word; name: Word; about: Word; add: Word };
  most: number;
  /** Of what is said about somebody. */
  longest: number;
  onChange: (rows: Row[]) => void;
}

/** People or partners: each with a name, and with what they do. */
export function RowsField({ rows, words: of, most, longest, onChange }: Props) {
  const { t } = useTranslation('grant-applications');
  const { list, focusRow } = useRowFocus();
  const set = (index: number, change: Partial<Row>) =>
    onChange(rows.map((row, at) => (at === index ? { ...row, ...change } : row)));
  return (
    <>
      <Stack ref={list} tabIndex={-1}>
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its place, as in the API's answer
          <Fieldset key={index} legend={t(of.row, { number: index + 1 })} data-row tabIndex={-1}>
            <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
              <TextInput
                withAsterisk
                maxLength={200}
                label={t(of.name)}
                value={row.name}
                onChange={({ currentTarget }) => set(index, { name: currentTarget.value })}
              />
              <TextInput
                maxLength={longest}
                label={t(of.about)}
                value={row.about}
                onChange={({ currentTarget }) => set(index, { about: currentTarget.value })}
              />
            </SimpleGrid>
            <Button
              size="sm"
              mt="sm"
              variant="default"
              aria-label={`${t('remove')}: ${t(of.row, { number: index + 1 })}`}
              onClick={() => {
                focusRow(index);
                onChange(rows.filter((_, at) => at !== index));
              }}
            >
              {t('remove')}
            </Button>
          </Fieldset>
        ))}
      </Stack>
      {rows.length < most && (
        <Group>
          <Button
            variant="default"
            leftSection={<Icon name="plus" />}
            onClick={() => {
              focusRow(rows.length);
              onChange([...rows, { name: '', about: '' }]);
            }}
          >
            {t(of.add)}
          </Button>
        </Group>
      )}
    </>
  );
}
