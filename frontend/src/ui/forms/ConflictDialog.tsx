import type { ReactNode } from 'react';
import type { Names } from '@/api/generated';
import { languageNames, languages } from '@/i18n/languages';
import { StaleEditDialog } from '../StaleEditDialog';

export interface FormField<Values> {
  label: string;
  /** What the field holds, to tell whether both sides say the same. */
  value: (values: Values) => unknown;
  show?: (values: Values) => ReactNode;
}

interface Conflict<Values> {
  mine: Values;
  theirs: Values;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
  onClose: () => void;
}

interface Props<Values> {
  conflict: Conflict<Values> | undefined;
  fields: FormField<Values>[];
}

/** The stale-edit dialog for a form: shows what differs, in words a person can compare. */
export function ConflictDialog<Values>({ conflict, fields }: Props<Values>) {
  if (!conflict) return null;
  const asText = (field: FormField<Values>, values: Values) => JSON.stringify(field.value(values));
  const differing = fields
    .filter((field) => asText(field, conflict.mine) !== asText(field, conflict.theirs))
    .map(({ label, value, show }) => ({
      label,
      show: show ?? ((values: Values) => String(value(values) ?? '—')),
    }));
  return <StaleEditDialog {...conflict} fields={differing} />;
}

export const namesToCompare = <Values,>(
  legend: string,
  names: (values: Values) => Names,
): FormField<Values>[] =>
  languages.map((language) => ({
    label: `${legend} (${languageNames[language]})`,
    value: (values) => names(values)[language],
  }));
