import { useSyncExternalStore } from 'react';
import type { Receipt } from '@/api/generated/public';

export interface Sent {
  receipt: Receipt;
  photos: Blob[];
}

/** In memory only: the code must be nowhere once the person has written it down. */
let sent: Sent[] = [];
const listeners = new Set<() => void>();

function change(next: Sent[]) {
  sent = next;
  for (const listener of listeners) listener();
}

export const addReceipt = (receipt: Receipt, photos: Blob[]) =>
  change([...sent, { receipt, photos }]);

export const forgetReceipt = (reference: string) =>
  change(sent.filter(({ receipt }) => receipt.reference !== reference));

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useReceipts = () => useSyncExternalStore(subscribe, () => sent);
