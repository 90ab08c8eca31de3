import { useTranslation } from 'react-i18next';
import { namesLabels } from '@/ui/forms/NamesFields';

export function useSiteLabels() {
  const { t } = useTranslation(['sites', 'records']);
  return {
    organisation_id: t('sites:company'),
    place_id: t('sites:place'),
    licence_number: t('sites:licence_number'),
    mineral: t('sites:mineral'),
    stage: t('sites:stage_label'),
    latitude: t('records:latitude'),
    longitude: t('records:longitude'),
    ...namesLabels('names', t('sites:names')),
  };
}
