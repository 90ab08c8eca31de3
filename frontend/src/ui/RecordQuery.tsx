import { type UseQueryOptions, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
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
  if (query.isError) return <ErrorState error={query.error} onRetry={() => query.refetch()} />;
  return props.children(query.data);
}
