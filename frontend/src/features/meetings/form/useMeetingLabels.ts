import { useTranslation } from 'react-i18next';

/** What the fields of a plan are called, for the summary of what is wrong. */
export function useMeetingLabels() {
  const { t } = useTranslation('meetings');
  return {
    programme_id: t('programme'),
    title: t('title_label'),
    kind: t('kind_label'),
    place_id: t('place'),
    site_id: t('site'),
    starts_at: t('starts'),
    ends_at: t('ends'),
    venue: t('venue'),
    facilitator_id: t('facilitator'),
    languages: t('languages'),
    interpreters: t('interpreters'),
    ground_rules: t('ground_rules'),
    visibility: t('visibility_label'),
  };
}
