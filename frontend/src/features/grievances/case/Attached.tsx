import { Button, Group, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Attachment, getAttachment } from '@/api/generated';
import { getAttachmentQueryKey } from '@/api/generated/@tanstack/react-query.gen';
import { DownloadFile } from '@/features/files/DownloadFile';
import { Icon } from '@/ui/Icon';
import { asPhoto, asRecording } from '@/ui/media';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { saveAs } from '@/ui/saveAs';
import { useObjectUrl } from '@/ui/useObjectUrl';
import classes from './Attachments.module.css';

interface Props {
  caseId: string;
  attachment: Attachment;
}

/** Fetched with the token instead of by address, so that no link to a file exists. */
async function fileOf({ caseId, attachment }: Props): Promise<Blob> {
  const path = { id: caseId, attachment_id: attachment.id };
  return (await getAttachment({ path, parseAs: 'blob' })).data as Blob;
}

export function AttachedPhoto(props: Props) {
  const { t } = useTranslation('cases');
  const { caseId, attachment } = props;
  const { id, name } = attachment;
  const { data, isError } = useQuery({
    queryKey: getAttachmentQueryKey({ path: { id: caseId, attachment_id: id } }),
    queryFn: async () => asPhoto(await fileOf(props)),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const url = useObjectUrl(data);
  if (!url) {
    return <li className={classes.photo}>{isError ? t('attachment.failed', { name }) : name}</li>;
  }
  return (
    <li>
      <a href={url} target="_blank" rel="noreferrer" aria-label={t('attachment.open', { name })}>
        <img src={url} alt="" className={classes.photo} />
      </a>
    </li>
  );
}

/** Fetched when somebody wants to hear it, which the API notes, and kept no longer than the page. */
export function AttachedRecording(props: Props) {
  const { t } = useTranslation('cases');
  const { name, media_type } = props.attachment;
  const listen = useMutation({
    mutationFn: async () => asRecording(await fileOf(props), media_type),
    gcTime: 0,
  });
  const url = useObjectUrl(listen.data);
  const Player = media_type.startsWith('video/') ? 'video' : 'audio';
  return (
    <li>
      {url && listen.data ? (
        <Group gap="sm">
          <Player controls autoPlay src={url} aria-label={name} className={classes.player} />
          <Button variant="default" onClick={() => saveAs(listen.data, name)}>
            {t('attachment.save')}
          </Button>
        </Group>
      ) : (
        <Button
          variant="default"
          leftSection={<Icon name="microphone" />}
          loading={listen.isPending}
          onClick={() => listen.mutate()}
        >
          {t('attachment.listen', { name })}
        </Button>
      )}
      <Text size="sm" c="dimmed" mt={4}>
        {t('attachment.voice')}
      </Text>
      <ProblemAlert error={listen.error} />
    </li>
  );
}

export function AttachedPaper(props: Props) {
  return (
    <li>
      <DownloadFile file={props.attachment} fetch={() => fileOf(props)} />
    </li>
  );
}
