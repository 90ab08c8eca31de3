import { type DBSchema, openDB } from 'idb';

export interface OutboxEntry<Body = unknown> {
  /** Also the Idempotency-Key: the API answers a repeated send with the first answer. */
  id: string;
  operation: string;
  body: Body;
  files: Blob[];
  queuedAt: string;
  /** When the API took the body; files may still be on their way. */
  answeredAt?: string;
  /** Set when the API understood the request and said no: sending again would not help. */
  refusal?: string;
}

interface Offline extends DBSchema {
  drafts: { key: string; value: unknown };
  snapshots: { key: string; value: unknown };
  outbox: { key: string; value: OutboxEntry; indexes: { queuedAt: string } };
}

export const openOffline = () =>
  openDB<Offline>('maslahat', 1, {
    upgrade(database) {
      database.createObjectStore('drafts');
      database.createObjectStore('snapshots');
      database.createObjectStore('outbox', { keyPath: 'id' }).createIndex('queuedAt', 'queuedAt');
    },
  });

let opened: ReturnType<typeof openOffline> | undefined;

export function offline() {
  opened ??= openOffline();
  return opened;
}
