import { Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Grievance, getGrievance } from '@/api/generated';
import { ifMatch } from '@/api/headers';
import { LetterSelect } from '@/features/letters/LetterSelect';
import { below } from '@/features/letters/values';
import { Dialog } from '@/ui/Dialog';
import { DialogButtons } from '@/ui/DialogButtons';
import { ErrorSummary } from '@/ui/forms/ErrorSummary';
import { useApiForm } from '@/ui/forms/useApiForm';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { useSavedNotice } from '@/ui/useSavedNotice';
import { useStaleEdit } from '@/ui/useStaleEdit';
import { useForgetCase, useKeepCase, useReloadCase } from '../cases';
import { MoveField } from './fields';
import { bodyOf, type FormMove, moves, type Values } from './moves';
import { StaleMove } from './StaleMove';

interface Props {
  name: FormMove;
  record: Grievance;
  onClose: () => void;
}

export function MoveDialog({ name, record, onClose }: Props) {
  const { t } = useTranslation('cases');
  const say = useSavedNotice();
  const { id } = record;
  const { schema, fieldsOf, required, initial, send } = moves[name];
  // The form belongs to the case it was opened on, whatever is loaded behind it meanwhile.
  const [base] = useState(record);
  const fields = fieldsOf(base);
  const [error, setError] = useState<unknown>();
  const keepCase = useKeepCase();
  const forget = useForgetCase(id);
  const reload = useReloadCase(id);
  const form = useApiForm<Values>(schema, initial(base), bodyOf);

  const save = async (values: Values, { version }: { version: number }) => {
    const sending = { path: { id }, headers: ifMatch({ version }), body: bodyOf(values) };
    const { data } = await send(sending);
    if (data && 'id' in data) keepCase(data);
    else await forget();
    say(t(`move.${name}.done`));
    onClose();
  };
  const loadLatest = async () => (await getGrievance({ path: { id } })).data;
  const stale = useStaleEdit(save, loadLatest);

  const attempt = async (task: () => Promise<unknown> | undefined) => {
    setError(undefined);
    try {
      await task();
    } catch (failure) {
      stale.dismiss();
      setError(failure);
      form.showProblem(failure);
      void reload();
    }
  };

  if (stale.conflict) {
    const { mine, theirs } = stale.conflict;
    return (
      <StaleMove
        fields={fields}
        mine={{ state: base.state, ...mine }}
        theirs={{ state: theirs.state, ...initial(theirs) }}
        onKeepMine={() => attempt(stale.keepMine)}
        onClose={() => {
          keepCase(theirs);
          onClose();
        }}
      />
    );
  }
  return (
    <Dialog title={t(`move.${name}.title`)} onClose={onClose}>
      <form
        noValidate
        onSubmit={form.onSubmit((values) => attempt(() => stale.submit(values, base)))}
      >
        <Stack>
          <Text c="dimmed">{t(`move.${name}.help`)}</Text>
          {fields.length > 1 && (
            <ErrorSummary
              errors={form.errors}
              labels={Object.fromEntries(fields.map((field) => [field, t(`field.${field}`)]))}
            />
          )}
          {fields.includes('message') && (
            <LetterSelect
              grievanceId={id}
              onChoose={(text) =>
                form.setFieldValue('message', below(form.values.message ?? '', text))
              }
            />
          )}
          {fields.map((field) => (
            <MoveField key={field} name={field} form={form} required={required.includes(field)} />
          ))}
          <ProblemAlert error={error} />
          <DialogButtons
            confirm={t(`move.${name}.confirm`)}
            loading={form.submitting}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Dialog>
  );
}
