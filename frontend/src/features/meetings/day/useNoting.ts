import { useState } from 'react';
import { ApiProblem } from '@/api/problem';
import type { Day, DayFields } from './useDay';

/** Notes something, and says whether this device keeps it: until it does, what was typed stays where it is. */
export function useNoting(day: Pick<Day, 'note'>) {
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const note = async (fields: DayFields) => {
    setBusy(true);
    setError(undefined);
    try {
      await day.note(fields);
      return true;
    } catch {
      setError(new ApiProblem({ status: 507, code: 'not_kept' }));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { note, error, busy };
}
