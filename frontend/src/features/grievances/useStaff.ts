import { useQuery } from '@tanstack/react-query';
import { listStaffOptions } from '@/api/generated/@tanstack/react-query.gen';

/** The people to whom a case can be given, as a select takes them. */
export function useStaff({ enabled = true } = {}) {
  const { data } = useQuery({ ...listStaffOptions(), staleTime: 300_000, enabled });
  return (data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
}
