import { useTranslation } from 'react-i18next';
import type { Currency } from '@/api/generated/public';
import { useFormats } from '@/ui/formats';

/** An amount in minor units with its currency, as people write it. */
export function useMoney() {
  const { t } = useTranslation('grant-calls');
  const { amount } = useFormats();
  return (minor: number, currency: Currency) =>
    t('money', { amount: amount(minor), currency: t(`currency.${currency}`) });
}
