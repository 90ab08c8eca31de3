import { useTranslation } from 'react-i18next';
import type { Mandate } from '@/api/generated';
import { Section } from '@/features/stakeholders/record/Section';
import { paths } from '@/paths';
import { Facts } from '@/ui/Facts';
import { useFormats } from '@/ui/formats';
import { TextLink } from '@/ui/links';

export function NominationSection({ mandate }: { mandate: Mandate }) {
  const { t } = useTranslation(['mandates', 'stakeholders', 'records']);
  const { date } = useFormats();
  const { representative, nominated_on, nominated_by } = mandate;
  const { id, name, sex, age_band } = representative;
  return (
    <Section title={t('mandates:nomination')}>
      <Facts
        none={t('records:none')}
        facts={[
          {
            label: t('mandates:representative'),
            value: (
              <TextLink to={paths.stakeholder} params={{ stakeholderId: id }}>
                {name}
              </TextLink>
            ),
          },
          { label: t('stakeholders:sex_label'), value: sex && t(`stakeholders:sex.${sex}`) },
          {
            label: t('stakeholders:age_band_label'),
            value: age_band && t(`stakeholders:age_band.${age_band}`),
          },
          { label: t('mandates:nominated_on'), value: date(nominated_on) },
          { label: t('mandates:nominated_by'), value: nominated_by },
        ]}
      />
    </Section>
  );
}
