import { useTranslation } from 'react-i18next';

/** What the error summary calls the fields of the form. */
export function usePlanLabels(): Record<string, string> {
  const { t } = useTranslation('focus-groups');
  return {
    programme_id: t('programme'),
    kind: t('kind_label'),
    title: t('topic'),
    place_id: t('place'),
    site_id: t('site'),
    starts_at: t('day'),
    venue: t('venue'),
    facilitator_id: t('facilitator'),
    note_taker_id: t('note_taker'),
    languages: t('languages'),
    topic_guide: t('topic_guide'),
    ground_rules: t('ground_rules'),
    'expected.people': t('expected_people'),
    'expected.women': t('expected_women'),
    'expected.youth': t('expected_youth'),
  };
}
