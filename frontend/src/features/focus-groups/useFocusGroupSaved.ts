import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { FocusGroup } from '@/api/generated';
import {
  getFocusGroupQueryKey,
  getHomeQueryKey,
  listFocusGroupEventsQueryKey,
  listFocusGroupsQueryKey,
} from '@/api/generated/@tanstack/react-query.gen';
import { useKeepRecord } from '@/api/useKeepRecord';
import { paths } from '@/paths';
import { useSavedNotice } from '@/ui/useSavedNotice';

/** Keeps what an operation gave back: the record, with its timeline and the lists it is in read again. */
export function useKeepFocusGroup() {
  const keep = useKeepRecord();
  const queryClient = useQueryClient();
  return (saved: FocusGroup) => {
    const path = { id: saved.id };
    void keep(getFocusGroupQueryKey({ path }), saved, listFocusGroupsQueryKey());
    void queryClient.invalidateQueries({ queryKey: getHomeQueryKey() });
    return queryClient.invalidateQueries({ queryKey: listFocusGroupEventsQueryKey({ path }) });
  };
}

export function useFocusGroupSaved() {
  const keep = useKeepFocusGroup();
  const navigate = useNavigate();
  const notice = useSavedNotice();
  return (saved: FocusGroup) => {
    void keep(saved);
    notice();
    const params = { focusGroupId: saved.id };
    return navigate({ to: paths.focusGroup, params, ignoreBlocker: true });
  };
}
