import { useTranslation } from 'react-i18next';

/** What each field of the form is called, for the summary of what is missing. */
export function useRecordLabels() {
  const { t } = useTranslation('cases');
  return {
    channel: t('record.channel'),
    'consent.given': t('record.consent'),
    'consent.note': t('record.consent_note'),
    'grievance.place_id': t('record.place'),
    'grievance.narrative': t('record.narrative'),
    'grievance.wish': t('record.wish'),
    'grievance.confidentiality': t('record.confidentiality'),
    'grievance.occurred_on': t('record.occurred_on'),
  };
}
