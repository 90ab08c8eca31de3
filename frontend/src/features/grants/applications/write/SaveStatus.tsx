import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Standing } from '@/offline/useKept';
import { ProblemAlert } from '@/ui/ProblemAlert';
import classes from './Write.module.css';

interface Props {
  standing: Standing;
  onSend: () => void;
}

/** Where what was typed is, always in sight: on this device, on its way, or on the server. */
export function SaveStatus({ standing, onSend }: Props) {
  const { t } = useTranslation('grant-applications');
  const isOpen = ['later', 'signed_out', 'refused'].includes(standing.kind);
  return (
    <div className={classes.status} data-no-print>
      <Group justify="space-between" gap="xs">
        <Text size="sm" role="status" c={isOpen ? 'felt' : 'dimmed'}>
          {t(`standing.${standing.kind}`)}
        </Text>
        {isOpen && (
          <Button size="sm" variant="default" onClick={onSend}>
            {t('send_now')}
          </Button>
        )}
      </Group>
      {standing.kind === 'refused' && <ProblemAlert error={standing.error} />}
    </div>
  );
}
