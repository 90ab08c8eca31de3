import { Button, Group, Paper, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/ui/ProblemAlert';
import type { Day } from './useDay';

/** Where what was noted is: on the server, on its way, or on this device alone. */
export function DayStatus({ day }: { day: Day }) {
  const { t } = useTranslation(['meeting-day', 'refusals']);
  const { standing, waiting, refused } = day;
  const words = {
    saved: 'saved',
    here: 'here',
    sending: 'sending',
    later: 'later',
    signed_out: 'signed_out',
    refused: 'not_taken',
  } as const;
  const isOpen = waiting > 0 && standing.kind !== 'sending';
  return (
    <Paper withBorder p="sm" mb="lg" data-no-print>
      <Group justify="space-between" gap="sm">
        <Text size="sm" role="status" c={isOpen ? 'felt' : 'dimmed'}>
          {waiting > 0
            ? t(`meeting-day:status.${words[standing.kind]}`, { count: waiting })
            : t('meeting-day:status.all_there')}
        </Text>
        {isOpen && (
          <Button size="sm" variant="default" onClick={() => void day.sync()}>
            {t('meeting-day:send_now')}
          </Button>
        )}
      </Group>
      {standing.kind === 'refused' && <ProblemAlert error={standing.error} />}
      {refused.map(({ id, refusal, body }) => (
        <Group key={id} gap="sm" mt="xs" role="alert">
          <Text size="sm" c="felt" flex={1}>
            {t('meeting-day:entry_refused', {
              what: body.fields.text ?? t(`meeting-day:entry.${body.fields.kind}`),
              why: t(`refusals:${refusal as 'taken'}`, { defaultValue: refusal }),
            })}
          </Text>
          <Button size="sm" variant="default" onClick={() => void day.dismiss(id)}>
            {t('meeting-day:dismiss')}
          </Button>
        </Group>
      ))}
    </Paper>
  );
}
