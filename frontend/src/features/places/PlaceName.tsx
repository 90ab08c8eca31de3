import { useQuery } from '@tanstack/react-query';
import { useName } from '@/ui/names';
import { placeQuery } from './placeQuery';

/** The name of a place of which only the id is known. */
export function PlaceName({ id }: { id: string }) {
  const name = useName();
  const { data } = useQuery(placeQuery(id));
  return data ? name(data.names) : '…';
}
