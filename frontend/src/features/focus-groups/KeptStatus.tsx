import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Standing } from '@/offline/useKept';
import { ProblemAlert } from '@/ui/ProblemAlert';

interface Props {
  standing: Standing;
  onSend: () => void;
}

/** Where what was typed is: here, on its way, or there. */
export function KeptStatus({ standing, onSend }: Props) {
  const { t } = useTranslation('focus-groups');
  const words = {
    saved: 'saved',
    here: 'saved_here',
    sending: 'saving',
    later: 'waiting_network',
    signed_out: 'waiting_signed_out',
    refused: 'not_taken',
  } as const;
  const isOpen = standing.kind === 'later' || standing.kind === 'refused';
  return (
    <div>
      <Text size="sm" role="status" c={isOpen ? 'felt' : 'dimmed'}>
        {t(words[standing.kind])}
      </Text>
      {standing.kind === 'refused' && <ProblemAlert error={standing.error} />}
      {isOpen && (
        <Button variant="default" size="sm" mt={4} onClick={onSend}>
          {t('send_now')}
        </Button>
      )}
    </div>
  );
}
