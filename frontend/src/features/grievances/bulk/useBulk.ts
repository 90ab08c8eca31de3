import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { BulkOutcome } from '@/api/generated';
import { invalidateLists } from '../cases';
import { answersOf, countOf, type Part, partsOf, sendParts } from './parts';

/** Makes one move on many cases, and says how far it has come. */
export function useBulk<Case>(send: (cases: Case[], key: string) => Promise<BulkOutcome>) {
  const queries = useQueryClient();
  const [parts, setParts] = useState<Part<Case>[]>();
  const [running, setRunning] = useState(false);
  const [error, setError] = useState<unknown>();

  const run = async (all: Part<Case>[]) => {
    setParts(all);
    setError(undefined);
    setRunning(true);
    try {
      await sendParts(all, send, setParts);
    } catch (failure) {
      setError(failure);
    } finally {
      setRunning(false);
      void invalidateLists(queries);
    }
  };

  return {
    begun: parts !== undefined,
    running,
    error,
    total: countOf(parts ?? []),
    answers: answersOf(parts ?? []),
    start: (cases: Case[]) => run(partsOf(cases)),
    goOn: () => parts && run(parts),
  };
}

export type Bulk = Omit<ReturnType<typeof useBulk>, 'start'>;
