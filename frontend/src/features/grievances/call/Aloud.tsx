import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Language } from '@/api/generated';
import classes from './Call.module.css';

interface Props {
  /** The caller's, which need not be that of who reads. */
  language: Language;
  what: 'consent.words' | 'back.say' | 'back.repeat' | 'back.promise';
}

/** Words to read aloud to the caller. */
export function Aloud({ language, what }: Props) {
  const { t } = useTranslation('call');
  // Not with suspense: it would hide the page, and lose what has the focus.
  const { t: spoken, ready } = useTranslation('call', { lng: language, useSuspense: false });
  return (
    <div className={classes.aloud}>
      <Text size="sm" fw={600}>
        {t('read_aloud')}
      </Text>
      <p lang={language} className={classes.spoken}>
        {ready ? spoken(what) : '…'}
      </p>
    </div>
  );
}
