import { Alert, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeetingMinutes } from '@/api/generated';
import { Icon } from '@/ui/Icon';
import { useKeptFocus } from '@/ui/useKeptFocus';
import { dialogs } from './moveDialogs';

type MoveName = keyof typeof dialogs;

const names = Object.keys(dialogs) as MoveName[];

/** What this person can do with the minutes now; what leads on stands out. */
export function MinutesMoves({
  minutes,
  onEdit,
}: {
  minutes: MeetingMinutes;
  onEdit?: () => void;
}) {
  const { t } = useTranslation('minutes');
  const [current, setCurrent] = useState<{ name: MoveName; revision: number }>();
  useKeptFocus(current !== undefined, minutes.version);
  const offered = names.filter((name) => minutes.actions.includes(name));
  if (offered.length === 0 && !onEdit) return null;
  // Nobody's word is sent about a text that they have not read.
  const moved = current !== undefined && current.revision !== minutes.revision;
  const Dialog = current && !moved && dialogs[current.name];
  const close = () => setCurrent(undefined);
  return (
    <>
      {moved && (
        <Alert role="alert" icon={<Icon name="alert" />} mb="md">
          <Text mb="xs">{t('text_moved')}</Text>
          <Button variant="default" onClick={close}>
            {t('read_again')}
          </Button>
        </Alert>
      )}
      <Group gap="sm" role="group" aria-label={t('moves')} mb="lg">
        {onEdit && (
          <Button variant={offered.length === 0 ? 'filled' : 'default'} onClick={onEdit}>
            {t('edit')}
          </Button>
        )}
        {offered.map((name, at) => (
          <Button
            key={name}
            variant={at === 0 ? 'filled' : 'default'}
            onClick={() => setCurrent({ name, revision: minutes.revision })}
          >
            {t(`move.${name}`)}
          </Button>
        ))}
      </Group>
      {Dialog && <Dialog minutes={minutes} onClose={close} />}
    </>
  );
}
