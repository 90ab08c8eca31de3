import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { PlaceName } from './PlaceName';
import { placeQuery } from './placeQuery';

/** Tells places of the same name apart: the level, and what the place lies in. */
export function PlaceKind({ id }: { id: string }) {
  const { t } = useTranslation('places');
  const { data } = useQuery(placeQuery(id));
  if (!data) return '…';
  return (
    <>
      {t(`level.${data.level}`)}
      {data.parent_id && (
        <>
          {' · '}
          <PlaceName id={data.parent_id} />
        </>
      )}
    </>
  );
}
