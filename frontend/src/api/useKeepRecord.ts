import { type QueryKey, useQueryClient } from '@tanstack/react-query';

/** Puts a saved record where its page finds it, and has the lists that hold it read again. */
export function useKeepRecord() {
  const queryClient = useQueryClient();
  return (recordKey: QueryKey, record: unknown, listKey: QueryKey) => {
    queryClient.setQueryData(recordKey, record);
    return queryClient.invalidateQueries({ queryKey: listKey });
  };
}

/** Has a list read again. */
export function useRefresh(queryKey: QueryKey) {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey });
}
