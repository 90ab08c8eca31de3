import { ActionIcon } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '@/ui/Icon';
import { useObjectUrl } from '@/ui/useObjectUrl';
import classes from './PhotoPreview.module.css';

interface Props {
  photo: Blob;
  number: number;
  onRemove: () => void;
}

export function PhotoPreview({ photo, number, onRemove }: Props) {
  const { t } = useTranslation('intake');
  const url = useObjectUrl(photo);
  return (
    <div className={classes.preview}>
      <img src={url} alt={t('photos.item', { number })} className={classes.photo} />
      <ActionIcon
        className={classes.remove}
        variant="default"
        size={40}
        aria-label={t('photos.remove', { number })}
        onClick={onRemove}
      >
        <Icon name="cross" />
      </ActionIcon>
    </div>
  );
}
