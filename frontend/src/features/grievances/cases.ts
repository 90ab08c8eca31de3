import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Grievance, GrievanceSummary } from '@/api/generated';
import { getGrievanceQueryKey } from '@/api/generated/@tanstack/react-query.gen';
import { paths } from '@/paths';

/** What a case is about in a few words: its own for staff, the released summary for everybody else. */
export const gistOf = (summary: GrievanceSummary) =>
  summary.audience === 'staff' ? summary.excerpt : summary.summary;

const dependent = new Set<unknown>(['listGrievances', 'countGrievances', 'getHome']);

/** Lists, counts and the first page, which any change of a case may move. */
export const invalidateLists = (queries: QueryClient) =>
  queries.invalidateQueries({
    predicate: ({ queryKey: [key] }) => dependent.has((key as { _id?: string })._id),
  });

/** Loads a case anew: somebody else moved it on. */
export function useReloadCase(id: string) {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: getGrievanceQueryKey({ path: { id } }) });
}

/** Leaves a case that is out of reach from now on. */
export function useForgetCase(id: string) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    await navigate({ to: paths.grievances });
    queries.removeQueries({ queryKey: getGrievanceQueryKey({ path: { id } }) });
    void invalidateLists(queries);
  };
}

/** Shows a case as a change left it. */
export function useKeepCase() {
  const queries = useQueryClient();
  return (changed: Grievance) => {
    queries.setQueryData(getGrievanceQueryKey({ path: { id: changed.id } }), changed);
    void invalidateLists(queries);
  };
}
