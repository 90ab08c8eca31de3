import { useTranslation } from 'react-i18next';
import type { Currency } from '@/api/generated/public';
import { useFormats } from '@/ui/formats';

/** An amount is one word: the edge of a phone's screen does not tear it. */
const unbroken = (text: string) => text.replaceAll('\u2009', '\u202f').replaceAll(' ', '\u00a0');

/** An amount in minor units with its currency, as people write it. */
export function useMoney() {
  const { t } = useTranslation('grant-calls');
  const { amount } = useFormats();
  return (minor: number, currency: Currency) =>
    unbroken(t('money', { amount: amount(minor), currency: t(`currency.${currency}`) }));
}
