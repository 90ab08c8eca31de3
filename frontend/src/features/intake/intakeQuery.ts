import { queryOptions } from '@tanstack/react-query';
import { getIntake } from '@/api/generated/public';
import { freshOrKept } from '@/offline/snapshots';

/** Places and sites for the form; kept on the phone, since the form must work without a network. */
export const intakeQuery = queryOptions({
  queryKey: ['intake'],
  queryFn: () => freshOrKept('intake', async () => (await getIntake()).data),
  staleTime: 10 * 60_000,
});
