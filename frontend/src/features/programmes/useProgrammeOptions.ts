import { useQuery } from '@tanstack/react-query';
import { listProgrammesOptions } from '@/api/generated/@tanstack/react-query.gen';
import { useName } from '@/ui/names';

export function useProgrammeOptions() {
  const name = useName();
  const { data } = useQuery(listProgrammesOptions({ query: { limit: 100 } }));
  return data?.items.map(({ id, names }) => ({ value: id, label: name(names) })) ?? [];
}
