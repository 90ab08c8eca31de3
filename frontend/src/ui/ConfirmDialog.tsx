import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from './Dialog';

interface Props {
  title: string;
  consequences: string;
  confirmLabel: string;
  color?: 'felt';
  onConfirm: () => void;
  onCancel: () => void;
}

/** Asks before something that can't be undone. */
export function ConfirmDialog(props: Props) {
  const { title, consequences, confirmLabel, color, onConfirm, onCancel } = props;
  const { t } = useTranslation();
  return (
    <Dialog title={title} onClose={onCancel}>
      <Text mb="lg">{consequences}</Text>
      <Group>
        <Button color={color} onClick={onConfirm}>
          {confirmLabel}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </Group>
    </Dialog>
  );
}
