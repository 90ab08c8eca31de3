import { useTranslation } from 'react-i18next';
import { namesLabels } from '@/ui/forms/NamesFields';

export function useLetterLabels() {
  const { t } = useTranslation('letters');
  return {
    programme_id: t('programme'),
    ...namesLabels('names', t('name')),
    ...namesLabels('bodies', t('body')),
  };
}
