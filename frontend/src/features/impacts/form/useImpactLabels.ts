import { useTranslation } from 'react-i18next';

/** What the error summary calls the fields of the form. */
export function useImpactLabels(): Record<string, string> {
  const { t } = useTranslation('impacts');
  return {
    programme_id: t('programme'),
    title: t('title_label'),
    description: t('description'),
    category: t('category_label'),
    direction: t('direction_label'),
    basis: t('basis_label'),
    severity: t('severity'),
    likelihood: t('likelihood'),
    extent: t('extent_label'),
    affected: t('affected_label'),
    place_id: t('place'),
    site_id: t('site'),
    reported_on: t('reported_on'),
    'sources.0.observed': t('observed'),
    'sources.0.day': t('observed_on'),
  };
}
