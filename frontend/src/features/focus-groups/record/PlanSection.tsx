import { useTranslation } from 'react-i18next';
import type { FocusGroup } from '@/api/generated';
import { PlacePath } from '@/features/places/PlacePath';
import { Section } from '@/features/stakeholders/record/Section';
import { paths } from '@/paths';
import { Facts } from '@/ui/Facts';
import { useFormats } from '@/ui/formats';
import { TextLink } from '@/ui/links';
import { useName } from '@/ui/names';
import classes from '../notes/Notes.module.css';

export function PlanSection({ record }: { record: FocusGroup }) {
  const { t } = useTranslation(['focus-groups', 'records']);
  const name = useName();
  const { date } = useFormats();
  const { site, topic_guide, ground_rules } = record;
  const text = (words: string | null | undefined) =>
    words && <div className={classes.notes}>{words}</div>;
  return (
    <Section title={t('focus-groups:plan_section')}>
      <Facts
        none={t('records:none')}
        facts={[
          { label: t('focus-groups:place'), value: <PlacePath id={record.place.id} /> },
          {
            label: t('focus-groups:site'),
            value: site && (
              <TextLink to={paths.site} params={{ siteId: site.id }}>
                {name(site.names)}
              </TextLink>
            ),
          },
          { label: t('focus-groups:venue'), value: record.venue },
          { label: t('focus-groups:facilitator'), value: record.facilitator.name },
          { label: t('focus-groups:note_taker'), value: record.note_taker?.name },
          {
            label: t('focus-groups:languages'),
            value: record.languages.map((one) => t(`focus-groups:language.${one}`)).join(', '),
          },
          {
            label: t('focus-groups:expected'),
            value: t('focus-groups:figures', { ...record.expected }),
          },
          {
            label: t('focus-groups:held'),
            value: record.held_on && date(record.held_on),
          },
          { label: t('focus-groups:topic_guide'), value: text(topic_guide) },
          { label: t('focus-groups:ground_rules'), value: text(ground_rules) },
        ]}
      />
    </Section>
  );
}
