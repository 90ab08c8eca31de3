import { useState } from 'react';
import { toApiProblem } from '@/api/problem';

interface Versioned {
  version: number;
}

/**
 * Drives the stale-edit dialog. `save` writes over the given version; when the API answers that the
 * version is old, the latest record is loaded and `conflict` holds both sides until one is chosen.
 */
export function useStaleEdit<Values, Latest extends Versioned>(
  save: (values: Values, base: Versioned) => Promise<unknown>,
  loadLatest: () => Promise<Latest>,
) {
  const [conflict, setConflict] = useState<{ mine: Values; theirs: Latest }>();

  const submit = async (values: Values, base: Versioned): Promise<void> => {
    try {
      await save(values, base);
      setConflict(undefined);
    } catch (error) {
      if (toApiProblem(error).status !== 412) throw error;
      setConflict({ mine: values, theirs: await loadLatest() });
    }
  };

  return {
    submit,
    conflict,
    keepMine: () => conflict && submit(conflict.mine, conflict.theirs),
    dismiss: () => setConflict(undefined),
  };
}
