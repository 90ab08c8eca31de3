import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Receipt, Record } from '@/api/generated';
import { recordGrievanceMutation } from '@/api/generated/@tanstack/react-query.gen';
import { zRecord } from '@/api/generated/zod.gen';
import { idempotent, newIdempotencyKey } from '@/api/headers';
import { useApiForm } from '@/ui/forms/useApiForm';
import { type RecordValues, recordBody } from './recording';

interface Start {
  initial: RecordValues;
  /** Of a record that was begun before: sent again under its own key, it is one case. */
  key?: string;
  onRecorded: (receipt: Receipt) => void;
}

/** A case entered for somebody, whichever page asks for it. */
export function useRecordForm({ initial, key: begun, onRecorded }: Start) {
  const [key] = useState(begun ?? newIdempotencyKey);
  const form = useApiForm(zRecord, initial, recordBody);
  const record = useMutation({
    ...recordGrievanceMutation(),
    onSuccess: onRecorded,
    onError: form.showProblem,
    gcTime: 0,
  });
  const send = form.onSubmit((values) =>
    // The schema has just checked it.
    record.mutate({ headers: idempotent(key), body: recordBody(values) as Record }),
  );
  return { form, key, record, send };
}
