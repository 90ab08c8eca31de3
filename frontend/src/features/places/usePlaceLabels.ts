import { useTranslation } from 'react-i18next';
import { namesLabels } from '@/ui/forms/NamesFields';

export function usePlaceLabels() {
  const { t } = useTranslation(['places', 'records']);
  return {
    parent_id: t('places:parent'),
    level: t('places:level_label'),
    code: t('places:code'),
    latitude: t('records:latitude'),
    longitude: t('records:longitude'),
    ...namesLabels('names', t('places:names')),
  };
}
