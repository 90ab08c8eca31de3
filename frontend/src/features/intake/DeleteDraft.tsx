import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { Icon } from '@/ui/Icon';

export function DeleteDraft({ onDelete }: { onDelete: () => Promise<void> }) {
  const { t } = useTranslation('intake');
  const [state, setState] = useState<'idle' | 'asking' | 'deleted'>('idle');
  const remove = async () => {
    await onDelete();
    setState('deleted');
  };
  if (state === 'deleted') {
    return (
      <Text role="status" size="sm">
        {t('delete.done')}
      </Text>
    );
  }
  return (
    <>
      <Button
        variant="subtle"
        color="felt"
        leftSection={<Icon name="trash" />}
        onClick={() => setState('asking')}
      >
        {t('delete.button')}
      </Button>
      {state === 'asking' && (
        <ConfirmDialog
          title={t('delete.title')}
          consequences={t('delete.consequences')}
          confirmLabel={t('delete.confirm')}
          color="felt"
          onConfirm={remove}
          onCancel={() => setState('idle')}
        />
      )}
    </>
  );
}
