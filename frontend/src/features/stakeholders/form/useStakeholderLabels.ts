import { useTranslation } from 'react-i18next';

/** What the error summary calls the fields of the form. */
export function useStakeholderLabels(): Record<string, string> {
  const { t } = useTranslation('stakeholders');
  return {
    programme_id: t('programme'),
    kind: t('kind_label'),
    category: t('category_label'),
    name: t('name'),
    position: t('position'),
    place_id: t('place'),
    organisation_id: t('organisation'),
    sex: t('sex_label'),
    birth_year: t('birth_year'),
    age_band: t('age_band_label'),
    languages: t('languages'),
    tags: t('tags'),
    contact: t('contact'),
    'contact.phone': t('phone'),
    'contact.email': t('email'),
    'contact.address': t('address'),
    'consent.purpose': t('consent_purpose'),
    'consent.form': t('consent_form'),
    'consent.given_on': t('consent_day'),
    'assessment.influence': t('influence'),
    'assessment.interest': t('interest'),
    'assessment.stance': t('stance_label'),
    'assessment.reason': t('reason'),
    ...Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`tags.${at}`, t('tags')])),
  };
}
