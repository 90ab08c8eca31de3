import { useQueryClient } from '@tanstack/react-query';
import type { Agreement } from '@/api/generated';
import {
  getAgreementQueryKey,
  listAgreementsQueryKey,
} from '@/api/generated/@tanstack/react-query.gen';
import { useKeepRecord } from '@/api/useKeepRecord';

/** Keeps what an operation gave back, and reads the lists it is in again. */
export function useKeepAgreement() {
  const keep = useKeepRecord();
  return (saved: Agreement) =>
    keep(getAgreementQueryKey({ path: { id: saved.id } }), saved, listAgreementsQueryKey());
}

export function useReadAgreementAgain(id: string) {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: getAgreementQueryKey({ path: { id } }) });
}
