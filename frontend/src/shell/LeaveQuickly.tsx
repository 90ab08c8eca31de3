import { Alert, Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n/useLanguage';
import { Icon } from '@/ui/Icon';
import { leaveQuickly } from '@/ui/leaving';
import classes from './LeaveQuickly.module.css';
import { useLeaveKeys } from './useLeaveKeys';

/** In memory only: that somebody has read it would tell that somebody was here. */
let wasExplained = false;

export default function LeaveQuickly() {
  return (
    <>
      <LeaveButton />
      <LeaveExplained />
    </>
  );
}

function LeaveButton() {
  const { t } = useTranslation('leave');
  const language = useLanguage();
  const leave = () => leaveQuickly(`https://${language}.wikipedia.org/`);
  useLeaveKeys(leave);
  return (
    <div className={classes.place} data-no-print>
      <Button color="felt" size="compact-md" leftSection={<Icon name="door" />} onClick={leave}>
        {t('button')}
      </Button>
    </div>
  );
}

/** Said once a visit, before it is needed. */
function LeaveExplained() {
  const { t } = useTranslation('leave');
  const [shown, setShown] = useState(!wasExplained);
  if (!shown) return null;
  const close = () => {
    wasExplained = true;
    setShown(false);
  };
  return (
    <Alert
      icon={<Icon name="door" />}
      title={t('title')}
      className={classes.explained}
      data-no-print
    >
      <Text size="sm">{t('explained')}</Text>
      <Text size="sm">{t('limits')}</Text>
      <Button variant="default" mt="xs" onClick={close}>
        {t('understood')}
      </Button>
    </Alert>
  );
}
