import { useQueryClient } from '@tanstack/react-query';

const dependent = new Set<unknown>(['listRelationships', 'getRelationshipGraph']);

/** Has everybody's relationships read again: one is on the record of both, and in the graph. */
export function useRelationshipsChanged() {
  const queryClient = useQueryClient();
  return () =>
    queryClient.invalidateQueries({
      predicate: ({ queryKey: [key] }) => dependent.has((key as { _id?: string })._id),
    });
}
