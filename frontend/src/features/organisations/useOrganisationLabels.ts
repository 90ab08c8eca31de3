import { useTranslation } from 'react-i18next';
import { namesLabels } from '@/ui/forms/NamesFields';

export function useOrganisationLabels() {
  const { t } = useTranslation('organisations');
  return {
    kind: t('kind_label'),
    territory_id: t('territory'),
    ...namesLabels('names', t('names')),
  };
}
