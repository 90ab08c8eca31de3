import { useEffect, useState } from 'react';
import type * as z from 'zod/mini';

/** A schema, or the way to it for a page whose first download has no room for the checker. */
export type Rules = z.ZodMiniType | (() => Promise<z.ZodMiniType>);

/** Undefined until the rules have arrived; the API checks in any case. */
export function useRules(rules: Rules): z.ZodMiniType | undefined {
  const [arrived, setArrived] = useState<z.ZodMiniType>();
  const [load] = useState(() => (typeof rules === 'function' ? rules : undefined));
  useEffect(() => {
    load?.().then(setArrived, () => undefined);
  }, [load]);
  return typeof rules === 'function' ? arrived : rules;
}
