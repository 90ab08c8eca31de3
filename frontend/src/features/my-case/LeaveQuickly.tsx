import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n/useLanguage';
import { Icon } from '@/ui/Icon';
import classes from './LeaveQuickly.module.css';

/** For whoever is being watched: replaces this page in the history, so that "back" does not return. */
export function LeaveQuickly() {
  const { t } = useTranslation('my-case');
  const language = useLanguage();
  return (
    <div className={classes.place} data-no-print>
      <Button
        color="felt"
        leftSection={<Icon name="door" />}
        title={t('leave.help')}
        onClick={() => window.location.replace(`https://${language}.wikipedia.org/`)}
      >
        {t('leave.button')}
      </Button>
    </div>
  );
}
