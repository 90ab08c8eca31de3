/** Reads a list's filters out of an address, which anybody may have written. */
export const words = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number'
    ? String(value).slice(0, 100) || undefined
    : undefined;

export const oneOf = <Value extends string>(
  known: readonly Value[],
  value: unknown,
): Value | undefined => known.find((candidate) => candidate === value);

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

export const idOf = (value: unknown): string | undefined => {
  const id = words(value);
  return id && uuid.test(id) ? id : undefined;
};

/** A calendar day: `2026-11-23`. */
export const dayOf = (value: unknown): string | undefined => {
  const day = words(value);
  return day && /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day)) ? day : undefined;
};
