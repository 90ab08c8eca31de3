import { useTranslation } from 'react-i18next';
import type { Currency } from '@/api/generated';
import { Facts } from '@/ui/Facts';
import { useMoney } from '../../useMoney';
import { totalsOf } from './budget';
import type { Draft } from './draft';

/** A draft in short, to be compared with another. */
export function DraftInWords({ draft, currency }: { draft: Draft; currency: Currency }) {
  const { t } = useTranslation(['grant-applications', 'records']);
  const money = useMoney();
  const names = (rows: { name: string }[]) => rows.map(({ name }) => name).join(', ');
  return (
    <Facts
      none={t('records:none')}
      facts={[
        { label: t('grant-applications:title_label'), value: draft.title },
        { label: t('grant-applications:applicant_name'), value: draft.applicant_name },
        { label: t('grant-applications:summary'), value: draft.summary },
        {
          label: t('grant-applications:asked'),
          value: `${money(totalsOf(draft.lines).asked, currency)} · ${draft.lines.length}`,
        },
        { label: t('grant-applications:team'), value: names(draft.team) },
        { label: t('grant-applications:partners'), value: names(draft.partners) },
        {
          label: t('grant-applications:questions'),
          value: draft.answers
            .flatMap(({ text, number, yes }) => text ?? number ?? (yes === null ? [] : String(yes)))
            .join('; '),
        },
      ]}
    />
  );
}
