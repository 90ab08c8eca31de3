import { attachMyCase, openReceipt, type Receipt } from '@/api/generated/public';
import { idempotent } from '@/api/headers';
import { toApiProblem } from '@/api/problem';
import { voiceName } from '@/features/voice/recording';
import { mayPass } from '@/offline/outbox';
import { type FilesSent, noteFiles } from './receipts';

const nameOf = (file: Blob, index: number) =>
  file.type.startsWith('image/') ? `photo-${index + 1}.jpg` : voiceName(file);

/**
 * Files follow the grievance one by one: a lost connection costs one file's time, not the grievance.
 * Each keeps its key over all attempts, so that it is kept once.
 */
export async function sendFiles(id: string, receipt: Receipt, files: Blob[]) {
  if (files.length === 0) return;
  const progress: FilesSent = { total: files.length, sent: 0, refused: 0 };
  const note = (error?: unknown) => noteFiles(receipt.reference, { ...progress, error });
  note();
  let { token } = receipt;

  const attach = (file: Blob, index: number) =>
    attachMyCase({
      body: file,
      headers: { ...idempotent(`${id}-${index}`), 'Content-Type': file.type },
      query: { name: nameOf(file, index) },
      auth: () => token,
    });

  /** A receipt's own token lives for half an hour; its code opens the case again. */
  const attachAnew = async (file: Blob, index: number) => {
    token = (await openReceipt({ body: { code: receipt.code } })).data.token;
    return attach(file, index);
  };

  for (const [index, file] of files.entries()) {
    try {
      await attach(file, index).catch((error) => {
        if (toApiProblem(error).status !== 401) throw error;
        return attachAnew(file, index);
      });
      progress.sent += 1;
    } catch (error) {
      if (mayPass(toApiProblem(error).status)) {
        note(error);
        throw error;
      }
      progress.refused += 1;
    }
    note();
  }
}
