import { useTranslation } from 'react-i18next';

/** Why two may be one. */
export function Why(props: { likeness: number; same_phone: boolean }) {
  const { likeness, same_phone } = props;
  const { t } = useTranslation('sheets');
  return [
    same_phone && t('import.same_phone'),
    likeness > 0 && t('import.alike', { percent: likeness }),
  ]
    .filter(Boolean)
    .join(' · ');
}
