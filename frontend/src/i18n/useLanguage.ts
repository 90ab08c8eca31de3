import { useTranslation } from 'react-i18next';
import type { Language } from '@/api/generated';
import { asLanguage } from './languages';

export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return asLanguage(i18n.language) ?? 'ky';
}
