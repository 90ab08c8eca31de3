import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Stakeholder } from '@/api/generated';
import {
  getStakeholderQueryKey,
  listStakeholderEventsQueryKey,
  listStakeholdersQueryKey,
} from '@/api/generated/@tanstack/react-query.gen';
import { useKeepRecord } from '@/api/useKeepRecord';
import { paths } from '@/paths';
import { useSavedNotice } from '@/ui/useSavedNotice';

/** Keeps what an operation gave back: the record, with its history and the lists it is in read again. */
export function useKeepStakeholder() {
  const keep = useKeepRecord();
  const queryClient = useQueryClient();
  return (saved: Stakeholder) => {
    const path = { id: saved.id };
    void keep(getStakeholderQueryKey({ path }), saved, listStakeholdersQueryKey());
    return queryClient.invalidateQueries({
      queryKey: listStakeholderEventsQueryKey({ path }),
    });
  };
}

export function useStakeholderSaved() {
  const keep = useKeepStakeholder();
  const navigate = useNavigate();
  const notice = useSavedNotice();
  return (saved: Stakeholder) => {
    void keep(saved);
    notice();
    const params = { stakeholderId: saved.id };
    return navigate({ to: paths.stakeholder, params, ignoreBlocker: true });
  };
}
