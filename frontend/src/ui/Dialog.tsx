import { CloseButton, Group, Title } from '@mantine/core';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Dialog.module.css';

interface Props {
  title: string;
  wide?: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** The browser's own modal dialog: it keeps the focus inside without a library's 25 kB. */
export function Dialog({ title, wide, onClose, children }: Props) {
  const { t } = useTranslation();
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      className={classes.dialog}
      data-wide={wide}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <Group justify="space-between" wrap="nowrap" align="flex-start" mb="sm">
        <Title order={2} id={titleId}>
          {title}
        </Title>
        <CloseButton size="lg" aria-label={t('close')} onClick={onClose} />
      </Group>
      {children}
    </dialog>
  );
}
