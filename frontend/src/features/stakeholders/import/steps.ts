import type { DuplicateDecision, ImportField, StakeholderImport } from '@/api/generated';
import { zDuplicateDecision, zImportField } from '@/api/generated/zod.gen';

/** Milliseconds between two looks at an import that is under way. */
export const pollEvery = 600;

export const isUnderWay = ({ state }: Pick<StakeholderImport, 'state'>) =>
  state === 'checking' || state === 'running';

/** Of a hundred; none while it is not known how many rows there are. */
export const percentOf = ({ rows_done, rows_total }: StakeholderImport) =>
  rows_total > 0 ? Math.min(99, Math.floor((100 * rows_done) / rows_total)) : undefined;

export const fields: readonly ImportField[] = zImportField.options;
export const decisions: readonly DuplicateDecision[] = zDuplicateDecision.options;

/** What is wrong in a cell, of those that have words of their own. */
const errorCodes = [
  'required',
  'unknown_place',
  'ambiguous_place',
  'unknown_organisation',
  'ambiguous_organisation',
  'unknown_word',
  'not_a_tag',
  'not_a_number',
  'not_a_day',
  'not_a_year',
  'too_short',
  'too_long',
  'too_small',
  'too_large',
  'too_young',
  'in_the_future',
  'too_early',
  'not_of_a_group',
  'not_with_birth_year',
  'without_consent',
  'email',
] as const;

export const errorKey = (code: string) =>
  `error.${errorCodes.find((one) => one === code) ?? 'invalid'}` as const;

/** The letters of a column, as spreadsheets have them. */
export function letters(column: number): string {
  const before = Math.floor(column / 26);
  const last = String.fromCharCode(65 + (column % 26));
  return before > 0 ? letters(before - 1) + last : last;
}

/** Columns as somebody chose them: a field that is chosen for one is taken from the other. */
export const chosen = (
  columns: readonly (ImportField | null)[],
  at: number,
  field: ImportField | null,
): (ImportField | null)[] =>
  columns.map((known, index) => {
    if (index === at) return field;
    return known === field ? null : known;
  });
