import { type UseQueryOptions, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { toApiProblem } from '@/api/problem';
import { ErrorState } from './ErrorState';
import { Loading } from './Loading';

interface Props<Data, Problem, Key extends readonly unknown[]> {
  options: UseQueryOptions<Data, Problem, Data, Key>;
  children: (data: Data) => ReactNode;
}

/** One record in each of its conditions: waiting, failed, there. */
export function RecordQuery<Data, Problem, Key extends readonly unknown[]>(
  props: Props<Data, Problem, Key>,
) {
  const query = useQuery(props.options);
  if (query.isPending) return <Loading />;
  // What was read stays while there is no network: somebody may be typing over it.
  if (query.isLoadingError || (query.isRefetchError && toApiProblem(query.error).status !== 0))
    return <ErrorState error={query.error} onRetry={() => query.refetch()} />;
  return props.children(query.data);
}
