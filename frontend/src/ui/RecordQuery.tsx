import { type UseQueryOptions, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { toApiProblem } from '@/api/problem';
import { ErrorState } from './ErrorState';
import { Loading } from './Loading';
import { ProblemAlert } from './ProblemAlert';

interface Props<Data, Problem, Key extends readonly unknown[]> {
  options: UseQueryOptions<Data, Problem, Data, Key>;
  children: (data: Data) => ReactNode;
  /** Somebody types here: what was read stays, with what is typed over it, whatever comes of reading it again. */
  keepsShown?: boolean;
}

/** One record in each of its conditions: waiting, failed, there. */
export function RecordQuery<Data, Problem, Key extends readonly unknown[]>(
  props: Props<Data, Problem, Key>,
) {
  const query = useQuery(props.options);
  if (query.isPending) return <Loading />;
  if (props.keepsShown && query.data !== undefined) {
    const failed = query.isRefetchError && toApiProblem(query.error).status !== 0;
    return (
      <>
        {failed && <ProblemAlert error={query.error} />}
        {props.children(query.data)}
      </>
    );
  }
  // What was read stays while there is no network: somebody may be typing over it.
  if (query.isLoadingError || (query.isRefetchError && toApiProblem(query.error).status !== 0))
    return <ErrorState error={query.error} onRetry={() => query.refetch()} />;
  return props.children(query.data);
}
