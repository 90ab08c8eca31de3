import { queryOptions } from '@tanstack/react-query';
import { listReceiptKeys } from '@/api/generated/public';
import { freshOrKept } from '@/offline/snapshots';

/** The programme's public keys; kept on the phone, since receipts are checked without a network too. */
export const receiptKeysQuery = queryOptions({
  queryKey: ['receipt-keys'],
  queryFn: () => freshOrKept('receipt-keys', async () => (await listReceiptKeys()).data.items),
  staleTime: 10 * 60_000,
});
