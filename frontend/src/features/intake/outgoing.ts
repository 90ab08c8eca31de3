import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type Submission, submitGrievance } from '@/api/generated/public';
import { idempotent } from '@/api/headers';
import {
  enqueue,
  flush,
  isForgotten,
  noteAnswered,
  type OutboxEntry,
  refused,
  waiting,
} from '@/offline/outbox';
import { addReceipt } from './receipts';
import { sendFiles } from './sendFiles';

const operation = 'submit_grievance';

export const queueGrievance = (body: Submission, files: Blob[]) =>
  enqueue({ operation, body, files });

/** The grievance first: its receipt is shown while the files follow. */
async function sendGrievance(entry: OutboxEntry) {
  // Sent again, it would be a second grievance.
  if (isForgotten(entry)) return;
  const { id, body, files } = entry;
  const { data } = await submitGrievance({
    body: body as Submission,
    headers: idempotent(id),
  });
  addReceipt(data);
  if (files.length > 0) await noteAnswered(entry);
  await sendFiles(id, data, files);
}

const outgoingKey = ['outgoing'];

/** What this phone still has to send, and the way to try it now. */
export function useOutgoing() {
  const queryClient = useQueryClient();
  const { data } = useQuery({
    queryKey: outgoingKey,
    queryFn: async () => ({
      waiting: await waiting(operation),
      refused: await refused(operation),
    }),
    staleTime: 0,
  });
  const sendNow = async () => {
    await flush(operation, sendGrievance);
    await queryClient.invalidateQueries({ queryKey: outgoingKey });
  };
  return { waiting: data?.waiting ?? [], refused: data?.refused ?? [], sendNow };
}
