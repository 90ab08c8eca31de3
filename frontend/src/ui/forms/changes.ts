const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** What a change request has to say: the fields that differ, each as a whole. */
export const changesOf = <Values extends object>(before: Values, after: Values): Partial<Values> =>
  Object.fromEntries(
    Object.entries(after).filter(([key, value]) => !same(value, before[key as keyof Values])),
  ) as Partial<Values>;
