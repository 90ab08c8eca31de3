import { useTranslation } from 'react-i18next';

export function useAccountLabels() {
  const { t } = useTranslation('accounts');
  return {
    name: t('name'),
    email: t('email'),
    role: t('role'),
    language: t('language'),
    organisation_id: t('organisation'),
    place_ids: t('places'),
    programme_ids: t('programmes'),
  };
}
