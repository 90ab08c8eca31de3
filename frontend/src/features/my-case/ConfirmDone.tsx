import { Button, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { confirmMyCase } from '@/api/generated/public';
import { ifMatch } from '@/api/headers';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import type { CaseAccess } from './useCase';

export function ConfirmDone({ access: { case: mine, auth, act } }: { access: CaseAccess }) {
  const { t } = useTranslation('my-case');
  const [asking, setAsking] = useState(false);
  if (mine.confirmed && mine.state === 'implementing') {
    return <Text role="status">{t('confirm.confirmed')}</Text>;
  }
  if (!mine.actions.includes('confirm_my_case')) return null;
  const confirm = async () => {
    await act(() => confirmMyCase({ headers: ifMatch(mine), auth }));
    setAsking(false);
  };
  return (
    <Paper withBorder p="lg" component="section">
      <Stack align="flex-start">
        <Title order={2}>{t('confirm.title')}</Title>
        <Text>{t('confirm.help')}</Text>
        <Button onClick={() => setAsking(true)}>{t('confirm.button')}</Button>
      </Stack>
      {asking && (
        <ConfirmDialog
          title={t('confirm.title')}
          consequences={t('confirm.consequences')}
          confirmLabel={t('confirm.button')}
          onConfirm={confirm}
          onCancel={() => setAsking(false)}
        />
      )}
    </Paper>
  );
}
