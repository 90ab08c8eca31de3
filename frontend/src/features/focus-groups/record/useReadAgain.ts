import { useQueryClient } from '@tanstack/react-query';
import {
  getFocusGroupQueryKey,
  listFocusGroupEventsQueryKey,
  listFocusGroupParticipantsQueryKey,
} from '@/api/generated/@tanstack/react-query.gen';

/** Has the group read again, with its names and its timeline. */
export function useReadAgain(id: string) {
  const queryClient = useQueryClient();
  const path = { id };
  return () =>
    Promise.all(
      [
        getFocusGroupQueryKey({ path }),
        listFocusGroupParticipantsQueryKey({ path }),
        listFocusGroupEventsQueryKey({ path }),
      ].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
    );
}
