import { useQuery } from '@tanstack/react-query';
import { getOrganisationOptions } from '@/api/generated/@tanstack/react-query.gen';
import { useName } from '@/ui/names';

/** The name of an organisation of which only the id is known. */
export function OrganisationName({ id }: { id: string }) {
  const name = useName();
  const { data } = useQuery(getOrganisationOptions({ path: { id } }));
  return data ? name(data.names) : '…';
}
