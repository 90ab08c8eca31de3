import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { GrantApplication, GrantBudgetLine } from '@/api/generated';
import { Section } from '@/features/stakeholders/record/Section';
import { useFormats } from '@/ui/formats';
import { type Column, RecordTable } from '@/ui/RecordTable';
import { useMoney } from '../../useMoney';
import { costOf, totalsOf } from '../write/budget';
import write from '../write/Write.module.css';
import classes from './Application.module.css';

type Row = GrantBudgetLine & { id: string };

/** What the money is for, line by line, and all of it together. */
export function BudgetSection({ application }: { application: GrantApplication }) {
  const { t } = useTranslation('grant-applications');
  const money = useMoney();
  const { number } = useFormats();
  const { lines, currency } = application;
  const totals = totalsOf(lines);
  const rows = lines.map((line, index): Row => ({ ...line, id: String(index) }));
  const columns: [Column<Row>, ...Column<Row>[]] = [
    { label: t('line_what'), show: ({ what }) => what },
    {
      label: t('line_quantity'),
      show: ({ quantity, unit }) => `${number(quantity)} ${unit}`.trim(),
    },
    { label: t('line_price'), show: ({ unit_amount }) => money(unit_amount, currency) },
    { label: t('total.cost'), show: (line) => money(costOf(line), currency) },
    { label: t('total.own'), show: ({ own }) => money(own, currency) },
    { label: t('total.asked'), show: ({ asked }) => money(asked, currency) },
  ];
  return (
    <div className={classes.budget}>
      <Section title={t('budget')}>
        {rows.length === 0 ? (
          <Text c="dimmed">{t('no_lines')}</Text>
        ) : (
          <>
            <RecordTable label={t('budget')} columns={columns} items={rows} />
            <dl className={write.totals}>
              {(['cost', 'own', 'asked'] as const).map((of) => (
                <div key={of}>
                  <dt>{t(`total.${of}`)}</dt>
                  <dd>{money(totals[of], currency)}</dd>
                </div>
              ))}
            </dl>
          </>
        )}
      </Section>
    </div>
  );
}
