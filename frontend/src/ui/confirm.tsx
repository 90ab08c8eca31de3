import { Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useTranslation } from 'react-i18next';

interface Question {
  title: string;
  /** What follows from it, in plain words. */
  consequences: string;
  confirmLabel: string;
  onConfirm: () => void;
}

/** For signed-in pages: asks before something that can't be undone. */
export function useConfirm() {
  const { t } = useTranslation();
  return ({ title, consequences, confirmLabel, onConfirm }: Question) =>
    modals.openConfirmModal({
      title,
      children: <Text>{consequences}</Text>,
      labels: { confirm: confirmLabel, cancel: t('cancel') },
      confirmProps: { color: 'felt' },
      closeButtonProps: { 'aria-label': t('close') },
      onConfirm,
    });
}
