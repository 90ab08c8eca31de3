import { useQueryClient } from '@tanstack/react-query';
import { getImpactQueryKey, listImpactsQueryKey } from '@/api/generated/@tanstack/react-query.gen';
import { useReadAgain } from '../record/useReadAgain';

/** Has the group read again whose passage was put to an impact or taken from it, and the impact. */
export function useReadCoded(groupId: string) {
  const queryClient = useQueryClient();
  const readAgain = useReadAgain(groupId);
  return (impactId: string) => {
    void queryClient.invalidateQueries({ queryKey: listImpactsQueryKey() });
    const queryKey = getImpactQueryKey({ path: { id: impactId } });
    void queryClient.invalidateQueries({ queryKey });
    return readAgain();
  };
}
