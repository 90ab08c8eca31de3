import { useTranslation } from 'react-i18next';
import { asLanguage, languageNames } from '@/i18n/languages';
import type { Labels } from '@/ui/forms/ErrorSummary';

/** What the error summary calls a field: of a list by its number, and of three languages by its own. */
export function useCallLabels(): Labels {
  const { t } = useTranslation(['grant-call-desk', 'grant-calls']);
  const plain: Record<string, string> = {
    programme_id: t('grant-call-desk:programme'),
    title: t('grant-call-desk:title_label'),
    purpose: t('grant-calls:purpose'),
    currency: t('grant-call-desk:currency'),
    budget: t('grant-calls:budget'),
    ceiling: t('grant-calls:ceiling'),
    opens_at: t('grant-call-desk:opens_day'),
    closes_at: t('grant-call-desk:closes_day'),
    applicants: t('grant-calls:applicants'),
    place_ids: t('grant-calls:places'),
    questions: t('grant-calls:questions'),
    criteria: t('grant-calls:criteria'),
  };
  return (path) => {
    const [field = '', place] = path.split('.');
    const last = asLanguage(path.split('.').at(-1));
    const language = last && path.endsWith(`.${last}`) ? ` (${languageNames[last]})` : '';
    const number = Number(place) + 1;
    if (field === 'questions' && number)
      return t('grant-call-desk:question', { number }) + language;
    if (field === 'criteria' && number)
      return t('grant-call-desk:criterion', { number }) + language;
    return (plain[field] ?? field) + language;
  };
}
