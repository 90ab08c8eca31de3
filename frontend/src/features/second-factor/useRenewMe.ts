import { useQueryClient } from '@tanstack/react-query';
import { getSecondFactorQueryKey } from '@/api/generated/@tanstack/react-query.gen';
import { getMeOptions } from '@/api/generated/public/@tanstack/react-query.gen';

/** Reads again what the caller may do, after their second factor has changed. */
export function useRenewMe() {
  const queryClient = useQueryClient();
  return async () => {
    queryClient.removeQueries({ queryKey: getSecondFactorQueryKey() });
    await queryClient.fetchQuery({ ...getMeOptions(), staleTime: 0 });
  };
}
