import { useTranslation } from 'react-i18next';
import type { QuoteToKeep } from '@/api/generated';

/** "A woman of 36–59": all that is kept of who said something. */
export function useKindOfPerson() {
  const { t } = useTranslation('focus-groups');
  return ({ sex, age_band }: Pick<QuoteToKeep, 'sex' | 'age_band'>) =>
    t(sex === 'female' ? 'woman_of' : 'man_of', { band: t(`band.${age_band}`) });
}
