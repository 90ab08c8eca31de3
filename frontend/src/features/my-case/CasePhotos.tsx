import { Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { attachMyCase } from '@/api/generated/public';
import { idempotent, newIdempotencyKey } from '@/api/headers';
import { shrinkPhotos } from '@/offline/photos';
import { PhotoInput } from '@/ui/PhotoInput';
import { CasePhoto } from './CasePhoto';
import { CaseRecording } from './CaseRecording';
import { CaseVoice } from './CaseVoice';
import type { CaseAccess } from './useCase';

export function CasePhotos({ access }: { access: CaseAccess }) {
  const { t } = useTranslation('my-case');
  const { case: mine, auth, act } = access;
  const [sending, setSending] = useState(false);
  const [unreadable, setUnreadable] = useState(false);
  const mayAttach = mine.actions.includes('attach_my_case');
  if (mine.attachments.length === 0 && !mayAttach) return null;
  const photos = mine.attachments.filter(({ class: kind }) => kind === 'photo');
  const others = mine.attachments.filter((attachment) => !photos.includes(attachment));

  const upload = (body: Blob) =>
    attachMyCase({
      body,
      query: { name: `photo-${mine.attachments.length + 1}.jpg` },
      headers: { ...idempotent(newIdempotencyKey()), 'Content-Type': body.type },
      auth,
    });
  const add = async (files: File[]) => {
    setSending(true);
    const shrunk = await shrinkPhotos(files);
    setUnreadable(shrunk.unreadable.length > 0);
    for (const photo of shrunk.photos) await act(() => upload(photo));
    setSending(false);
  };

  return (
    <Stack component="section" gap="sm">
      <Title order={2}>{t('photos.title')}</Title>
      {mine.attachments.length === 0 && <Text c="dimmed">{t('photos.empty')}</Text>}
      <Group gap="sm">
        {photos.map((attachment) => (
          <CasePhoto key={attachment.id} attachment={attachment} auth={auth} />
        ))}
      </Group>
      {others.map((attachment) => (
        <CaseRecording key={attachment.id} attachment={attachment} auth={auth} />
      ))}
      {mayAttach && <PhotoInput label={t('photos.add')} loading={sending} onFiles={add} />}
      <div role="status">{sending && t('photos.sending')}</div>
      {unreadable && (
        <Text role="alert" c="var(--mantine-color-error)">
          {t('photos.unreadable')}
        </Text>
      )}
      {mayAttach && <CaseVoice access={access} />}
    </Stack>
  );
}
