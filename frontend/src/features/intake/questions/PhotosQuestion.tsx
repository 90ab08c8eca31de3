import { Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shrinkPhotos } from '@/offline/photos';
import { PhotoInput } from '@/ui/PhotoInput';
import { maxPhotos } from '../draft';
import { PhotoPreview } from './PhotoPreview';
import { Question, type QuestionProps } from './Question';

export function PhotosQuestion({ draft, dispatch }: QuestionProps) {
  const { t } = useTranslation('intake');
  const [preparing, setPreparing] = useState(false);
  const [unreadable, setUnreadable] = useState<string[]>([]);
  const add = async (files: File[]) => {
    setPreparing(true);
    const shrunk = await shrinkPhotos(files);
    setPreparing(false);
    setUnreadable(shrunk.unreadable);
    dispatch({ type: 'add_photos', photos: shrunk.photos });
  };
  return (
    <Question step="photos">
      <Group gap="sm">
        {draft.photos.map((photo, index) => (
          <PhotoPreview
            // biome-ignore lint/suspicious/noArrayIndexKey: photos have no identity but their place
            key={index}
            photo={photo}
            number={index + 1}
            onRemove={() => dispatch({ type: 'remove_photo', index })}
          />
        ))}
      </Group>
      {draft.photos.length < maxPhotos && (
        <PhotoInput multiple label={t('photos.add')} loading={preparing} onFiles={add} />
      )}
      <Text size="sm" c="dimmed">
        {t('photos.limit', { max: maxPhotos })}
      </Text>
      <div role="status">{preparing && t('photos.preparing')}</div>
      {unreadable.length > 0 && (
        <Text role="alert" c="var(--mantine-color-error)">
          {t('photos.unreadable', { names: unreadable.join(', ') })}
        </Text>
      )}
    </Question>
  );
}
