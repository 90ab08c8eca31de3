import { useSyncExternalStore } from 'react';
import type { Receipt } from '@/api/generated/public';
import { forgetOnLeaving } from '@/ui/leaving';

/** How far the files of a grievance have come. */
export interface FilesSent {
  total: number;
  sent: number;
  /** Files that the API would not take. */
  refused: number;
  error?: unknown;
}

export interface Sent {
  receipt: Receipt;
  files?: FilesSent;
}

/** In memory only: the code must be nowhere once the person has written it down. */
let sent: Sent[] = [];
const listeners = new Set<() => void>();

function change(next: Sent[]) {
  sent = next;
  for (const listener of listeners) listener();
}

const isOf = (reference: string) => (each: Sent) => each.receipt.reference === reference;

/** Shows a receipt; one that is shown already stays as it is. */
export function addReceipt(receipt: Receipt) {
  if (!sent.some(isOf(receipt.reference))) change([...sent, { receipt }]);
}

export const noteFiles = (reference: string, files: FilesSent) =>
  change(sent.map((each) => (isOf(reference)(each) ? { ...each, files } : each)));

export const forgetReceipt = (reference: string) =>
  change(sent.filter((each) => !isOf(reference)(each)));

forgetOnLeaving(() => change([]));

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useReceipts = () => useSyncExternalStore(subscribe, () => sent);
