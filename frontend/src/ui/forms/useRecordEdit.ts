import { useMutation } from '@tanstack/react-query';
import { useStaleEdit } from '../useStaleEdit';
import { changesOf } from './changes';
import type { ApiForm } from './useApiForm';

interface Versioned {
  version: number;
}

interface Options<Record extends Versioned, Values> {
  record: Record;
  form: ApiForm<Values>;
  valuesOf: (record: Record) => Values;
  save: (changes: Partial<Values>, base: Versioned) => Promise<Record>;
  load: () => Promise<Record>;
  onSaved: (saved: Record) => void;
  /** Takes a record that somebody else saved meanwhile, to go on from. */
  onReloaded: (latest: Record) => void;
}

/** Saves what a form changed in a record, and lets the person choose when somebody was faster. */
export function useRecordEdit<Record extends Versioned, Values extends object>(
  options: Options<Record, Values>,
) {
  const { record, form, valuesOf, save, load, onSaved, onReloaded } = options;
  const stale = useStaleEdit<Values, Record>(async (values, base) => {
    const changes = changesOf(valuesOf(base as Record), values);
    const unchanged = Object.keys(changes).length === 0;
    onSaved(unchanged ? (base as Record) : await save(changes, base));
  }, load);
  const saving = useMutation({
    mutationFn: ({ values, base }: { values: Values; base: Record }) => stale.submit(values, base),
    onError: form.showProblem,
  });
  const { conflict } = stale;
  return {
    error: saving.error,
    pending: saving.isPending,
    submit: (values: Values) => saving.mutate({ values, base: record }),
    conflict: conflict && {
      mine: conflict.mine,
      theirs: valuesOf(conflict.theirs),
      onKeepMine: () => saving.mutate({ values: conflict.mine, base: conflict.theirs }),
      onTakeTheirs: () => {
        const values = valuesOf(conflict.theirs);
        form.setInitialValues(values);
        form.setValues(values);
        onReloaded(conflict.theirs);
        stale.dismiss();
      },
      onClose: stale.dismiss,
    },
  };
}
