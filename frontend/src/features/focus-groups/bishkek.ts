/** Asia/Bishkek has kept +06:00 all year since 2005. */
const offset = 6 * 60 * 60 * 1000;

/** `2026-06-15T10:00` in Bishkek as the API takes it. Whatever is no such moment stays as it is, to be refused. */
export function toInstant(local: string): string {
  const at = Date.parse(`${local}:00Z`);
  return Number.isNaN(at) ? local : new Date(at - offset).toISOString();
}

export const toLocal = (instant: string): string =>
  new Date(Date.parse(instant) + offset).toISOString().slice(0, 16);
