import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface Props {
  confirm: string;
  color?: 'felt';
  disabled?: boolean;
  loading: boolean;
  onCancel: () => void;
}

/** What a dialog with a form ends with: send it, or leave it. */
export function DialogButtons({ confirm, color, disabled, loading, onCancel }: Props) {
  const { t } = useTranslation('common');
  return (
    <Group>
      <Button type="submit" color={color} disabled={disabled} loading={loading}>
        {confirm}
      </Button>
      <Button variant="default" onClick={onCancel}>
        {t('cancel')}
      </Button>
    </Group>
  );
}
