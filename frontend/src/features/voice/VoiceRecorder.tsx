import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '@/ui/Icon';
import { useObjectUrl } from '@/ui/useObjectUrl';
import { canRecord, longestSeconds, minutesAndSeconds } from './recording';
import { useRecorder } from './useRecorder';
import classes from './VoiceRecorder.module.css';

interface Props {
  voice: Blob | undefined;
  onChange: (voice: Blob | undefined) => void;
}

/** Record, listen, delete, record again. Nothing leaves the phone here. */
export function VoiceRecorder({ voice, onChange }: Props) {
  const { t } = useTranslation('voice');
  const { state, seconds, start, finish } = useRecorder(onChange);
  if (!canRecord()) return null;
  if (state === 'recording') {
    return (
      <Group gap="md" className={classes.frame}>
        <span className={classes.mark} aria-hidden="true" />
        <Text role="timer" className={classes.time}>
          {t('time', {
            now: minutesAndSeconds(seconds),
            longest: minutesAndSeconds(longestSeconds),
          })}
        </Text>
        <Button leftSection={<Icon name="stop" />} onClick={finish}>
          {t('finish')}
        </Button>
        <Text role="status" size="sm">
          {t('recording')}
        </Text>
      </Group>
    );
  }
  return (
    <Stack gap="sm" align="flex-start">
      {voice && <Recorded voice={voice} onDelete={() => onChange(undefined)} />}
      <Button
        variant="default"
        size={voice ? 'sm' : 'lg'}
        leftSection={<Icon name="microphone" />}
        loading={state === 'asking'}
        onClick={start}
      >
        {voice ? t('again') : t('start')}
      </Button>
      <Text size="sm" c="dimmed">
        {t('known')}
      </Text>
      {state === 'refused' && (
        <Text role="alert" c="var(--mantine-color-error)">
          {t('refused')}
        </Text>
      )}
    </Stack>
  );
}

function Recorded({ voice, onDelete }: { voice: Blob; onDelete: () => void }) {
  const { t } = useTranslation('voice');
  const url = useObjectUrl(voice);
  return (
    <Group gap="sm" className={classes.frame}>
      {/* biome-ignore lint/a11y/useMediaCaption: nobody but the speaker hears it here */}
      <audio controls src={url} aria-label={t('own')} className={classes.sound} />
      <Button variant="default" leftSection={<Icon name="trash" />} onClick={onDelete}>
        {t('delete')}
      </Button>
    </Group>
  );
}
