import { useTranslation } from 'react-i18next';
import type { Mandate } from '@/api/generated';
import { Section } from '@/features/stakeholders/record/Section';
import { Facts } from '@/ui/Facts';
import { useFormats } from '@/ui/formats';

/** From when to when, and who signs in with it. */
export function TermSection({ mandate }: { mandate: Mandate }) {
  const { t } = useTranslation(['mandates', 'records']);
  const { date } = useFormats();
  const { starts_on, expires_on, account, named, ended_on, ending, state } = mandate;
  const end = ended_on
    ? [
        { label: t('mandates:ended_on'), value: date(ended_on) },
        { label: t('mandates:ending_label'), value: ending && t(`mandates:ending.${ending}`) },
      ]
    : [];
  return (
    <Section title={t('mandates:term')}>
      <Facts
        none={state === 'active' || state === 'ended' ? t('records:none') : t('mandates:not_yet')}
        facts={[
          { label: t('mandates:starts_on'), value: starts_on && date(starts_on) },
          { label: t('mandates:expires_on'), value: expires_on && date(expires_on) },
          { label: t('mandates:account'), value: account?.name },
          {
            label: t('mandates:named'),
            value: starts_on && t(named ? 'mandates:named_yes' : 'mandates:named_no'),
          },
          ...end,
        ]}
      />
    </Section>
  );
}
