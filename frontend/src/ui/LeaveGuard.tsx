import { Button, Group, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Dialog } from './Dialog';
import { isLeaving } from './leaving';

interface Props {
  /** True while leaving would lose something. */
  when: boolean;
  title?: string;
  consequences?: string;
}

/** Asks before a page with unsaved work is left, by link, back button or closing the tab. */
export function LeaveGuard({ when, title, consequences }: Props) {
  const { t } = useTranslation();
  const blocker = useBlocker({
    shouldBlockFn: () => when && !isLeaving(),
    enableBeforeUnload: () => when && !isLeaving(),
    withResolver: true,
  });
  if (blocker.status !== 'blocked') return null;
  return (
    <Dialog title={title ?? t('leave.title')} onClose={blocker.reset}>
      <Text mb="lg">{consequences ?? t('leave.consequences')}</Text>
      <Group>
        <Button onClick={blocker.reset}>{t('leave.stay')}</Button>
        <Button variant="default" onClick={blocker.proceed}>
          {t('leave.go')}
        </Button>
      </Group>
    </Dialog>
  );
}
