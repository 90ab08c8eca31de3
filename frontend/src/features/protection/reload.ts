import { useQueryClient } from '@tanstack/react-query';

const dependent = new Set<unknown>([
  'getCaseProtection',
  'listProtectionAlerts',
  'listProtectionReferrals',
]);

/** Has everything read anew that a step on the protection track may move. */
export function useReloadProtection() {
  const queries = useQueryClient();
  return () =>
    queries.invalidateQueries({
      predicate: ({ queryKey: [key] }) => dependent.has((key as { _id?: string })._id),
    });
}
