import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getMyAttachment, type MyCase } from '@/api/generated/public';
import { Icon } from '@/ui/Icon';
import { asRecording } from '@/ui/media';
import { useObjectUrl } from '@/ui/useObjectUrl';
import classes from './CasePhoto.module.css';

interface Props {
  attachment: MyCase['attachments'][number];
  auth: () => string;
}

/** Fetched only to be heard, in memory, with the token. */
export function CaseRecording({ attachment: { id, name, media_type, class: kind }, auth }: Props) {
  const { t } = useTranslation('voice');
  const [sound, setSound] = useState<Blob>();
  const [loading, setLoading] = useState(false);
  const url = useObjectUrl(sound);
  if (kind === 'paper') return <span>{name}</span>;
  const listen = async () => {
    setLoading(true);
    const answer = await getMyAttachment({ path: { id }, parseAs: 'blob', auth }).catch(() => null);
    if (answer) setSound(asRecording(answer.data as Blob, media_type));
    setLoading(false);
  };
  if (!url) {
    return (
      <Group>
        <Button
          variant="default"
          leftSection={<Icon name="microphone" />}
          loading={loading}
          onClick={listen}
        >
          {t('listen', { name })}
        </Button>
      </Group>
    );
  }
  const Player = media_type.startsWith('video/') ? 'video' : 'audio';
  return <Player controls autoPlay src={url} aria-label={name} className={classes.player} />;
}
