import { useQueryClient } from '@tanstack/react-query';
import type { StakeholderImport } from '@/api/generated';
import {
  getStakeholderImportQueryKey,
  listStakeholderImportsQueryKey,
} from '@/api/generated/@tanstack/react-query.gen';

/** Keeps what an operation gave back, so that the page goes on to look how far it is. */
export function useKeepImport() {
  const queryClient = useQueryClient();
  return (saved: StakeholderImport | undefined) => {
    if (!saved) return;
    queryClient.setQueryData(getStakeholderImportQueryKey({ path: { id: saved.id } }), saved);
    return queryClient.invalidateQueries({ queryKey: listStakeholderImportsQueryKey() });
  };
}
