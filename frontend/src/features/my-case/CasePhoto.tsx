import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getMyAttachment, type MyCase } from '@/api/generated/public';
import { asPhoto } from '@/ui/media';
import { useObjectUrl } from '@/ui/useObjectUrl';
import classes from './CasePhoto.module.css';

interface Props {
  attachment: MyCase['attachments'][number];
  auth: () => string;
}

/** Fetched with the token instead of by address, so that no link to the picture exists. */
export function CasePhoto({ attachment: { id, name }, auth }: Props) {
  const { t } = useTranslation('my-case');
  const [photo, setPhoto] = useState<Blob>();
  const url = useObjectUrl(photo);
  const load = useEffectEvent(async () => {
    const { data } = await getMyAttachment({ path: { id }, parseAs: 'blob', auth });
    setPhoto(asPhoto(data as Blob));
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a photo never changes under its id
  useEffect(() => {
    load().catch(() => setPhoto(undefined));
  }, [id]);
  if (!url) return <span className={classes.photo}>{name}</span>;
  return (
    <a href={url} target="_blank" rel="noreferrer" aria-label={t('photos.open', { name })}>
      <img src={url} alt={name} className={classes.photo} />
    </a>
  );
}
