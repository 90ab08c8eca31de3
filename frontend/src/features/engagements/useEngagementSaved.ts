import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Engagement } from '@/api/generated';
import {
  getEngagementQueryKey,
  getHomeQueryKey,
  listEngagementsInfiniteQueryKey,
  listEngagementsQueryKey,
} from '@/api/generated/@tanstack/react-query.gen';
import { paths } from '@/paths';
import { useSavedNotice } from '@/ui/useSavedNotice';

/** Keeps what an operation gave back; the log, and what waits on the first page, are read again. */
export function useKeepEngagement() {
  const queryClient = useQueryClient();
  return async (saved: Engagement) => {
    queryClient.setQueryData(getEngagementQueryKey({ path: { id: saved.id } }), saved);
    const dependent = [
      getHomeQueryKey(),
      listEngagementsQueryKey(),
      listEngagementsInfiniteQueryKey(),
    ];
    await Promise.all(dependent.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
  };
}

export function useEngagementSaved() {
  const keep = useKeepEngagement();
  const navigate = useNavigate();
  const notice = useSavedNotice();
  return (saved: Engagement) => {
    void keep(saved);
    notice();
    const params = { engagementId: saved.id };
    return navigate({ to: paths.engagement, params, ignoreBlocker: true });
  };
}
