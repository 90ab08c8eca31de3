import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Impact } from '@/api/generated';
import {
  getImpactQueryKey,
  listImpactEventsQueryKey,
  listImpactsQueryKey,
} from '@/api/generated/@tanstack/react-query.gen';
import { useKeepRecord } from '@/api/useKeepRecord';
import { paths } from '@/paths';
import { useSavedNotice } from '@/ui/useSavedNotice';

/** Keeps what an operation gave back: the impact, with its timeline and the lists it is in read again. */
export function useKeepImpact() {
  const keep = useKeepRecord();
  const queryClient = useQueryClient();
  return (saved: Impact) => {
    const path = { id: saved.id };
    void keep(getImpactQueryKey({ path }), saved, listImpactsQueryKey());
    return queryClient.invalidateQueries({ queryKey: listImpactEventsQueryKey({ path }) });
  };
}

export function useImpactSaved() {
  const keep = useKeepImpact();
  const navigate = useNavigate();
  const notice = useSavedNotice();
  return (saved: Impact) => {
    void keep(saved);
    notice();
    return navigate({ to: paths.impact, params: { impactId: saved.id }, ignoreBlocker: true });
  };
}
