import { useQuery } from '@tanstack/react-query';
import { paths } from '@/paths';
import { TextLink } from '@/ui/links';
import { useName } from '@/ui/names';
import { placeQuery } from './placeQuery';

/** The places above, the highest first, each a link. */
export function PlacePath({ id }: { id: string }) {
  const name = useName();
  const { data } = useQuery(placeQuery(id));
  if (!data) return '…';
  return (
    <>
      {data.parent_id && (
        <>
          <PlacePath id={data.parent_id} />
          {' › '}
        </>
      )}
      <TextLink to={paths.place} params={{ placeId: id }}>
        {name(data.names)}
      </TextLink>
    </>
  );
}
