import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { GrantBudgetLine } from '@/api/generated';
import { useRowFocus } from '@/ui/forms/useRowFocus';
import { Icon } from '@/ui/Icon';
import { useMoney } from '../../useMoney';
import { noLine, totalsOf } from './budget';
import { LineFields } from './LineFields';
import { Part } from './Part';
import type { PartProps } from './types';
import classes from './Write.module.css';

const mostLines = 100;

/** What the money is for, line by line; it adds up while it is typed. */
export function BudgetPart({ draft, onChange, call }: PartProps) {
  const { t } = useTranslation('grant-applications');
  const { list, focusRow } = useRowFocus();
  const { lines } = draft;
  const set = (next: GrantBudgetLine[]) => onChange((now) => ({ ...now, lines: next }));
  return (
    <Part id="lines" title={t('budget')}>
      <Text c="dimmed">{t('budget_help')}</Text>
      <Stack ref={list} tabIndex={-1}>
        {lines.map((line, index) => (
          <LineFields
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place, as in the API's answer
            key={index}
            number={index + 1}
            line={line}
            currency={call.currency}
            onChange={(next) => set(lines.map((one, at) => (at === index ? next : one)))}
            onRemove={() => {
              focusRow(index);
              set(lines.filter((_, at) => at !== index));
            }}
          />
        ))}
      </Stack>
      {lines.length < mostLines && (
        <Group>
          <Button
            variant="default"
            leftSection={<Icon name="plus" />}
            onClick={() => {
              focusRow(lines.length);
              set([...lines, noLine]);
            }}
          >
            {t('add_line')}
          </Button>
        </Group>
      )}
      <Totals lines={lines} call={call} />
    </Part>
  );
}

function Totals({ lines, call }: { lines: GrantBudgetLine[] } & Pick<PartProps, 'call'>) {
  const { t } = useTranslation('grant-applications');
  const money = useMoney();
  const totals = totalsOf(lines);
  const over = totals.asked - call.ceiling;
  return (
    <>
      <dl className={classes.totals}>
        {(['cost', 'own', 'asked'] as const).map((of) => (
          <div key={of}>
            <dt>{t(`total.${of}`)}</dt>
            <dd>{money(totals[of], call.currency)}</dd>
          </div>
        ))}
        <div>
          <dt>{t('total.ceiling')}</dt>
          <dd>{money(call.ceiling, call.currency)}</dd>
        </div>
      </dl>
      <Text role="status" c="var(--mantine-color-error)">
        {over > 0 && t('over_ceiling', { amount: money(over, call.currency) })}
      </Text>
    </>
  );
}
