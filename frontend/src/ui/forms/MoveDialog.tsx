import { Stack, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toApiProblem } from '@/api/problem';
import { Dialog } from '../Dialog';
import { DialogButtons } from '../DialogButtons';
import { ProblemAlert } from '../ProblemAlert';
import { type ApiForm, useApiForm } from './useApiForm';
import type { Rules } from './useRules';

interface Props<Values, Saved> {
  title: string;
  help?: string;
  color?: 'felt';
  confirm?: string;
  wide?: boolean;
  rules: Rules;
  initial: Values;
  toBody?: (values: Values) => unknown;
  send: (values: Values) => Promise<{ data: Saved }>;
  /** What is read again because of it is waited for: the next move goes to the record as it is then. */
  onSaved: (saved: Saved) => unknown;
  /** Somebody else changed the record meanwhile: it is read again. */
  onStale: () => Promise<void>;
  onClose: () => void;
  /** `onSaved` closes it, or shows something first. */
  staysOpen?: boolean;
  children: (form: ApiForm<Values>) => ReactNode;
}

/** A move of a record: its fields, and what came of sending them. */
export function MoveDialog<Values extends Record<string, unknown>, Saved>(
  props: Props<Values, Saved>,
) {
  const { t } = useTranslation('records');
  const [error, setError] = useState<unknown>();
  const form = useApiForm(props.rules, props.initial, props.toBody);
  const submit = form.onSubmit(async (values) => {
    setError(undefined);
    try {
      await props.onSaved((await props.send(values)).data);
      if (!props.staysOpen) props.onClose();
    } catch (failure) {
      setError(failure);
      form.showProblem(failure);
      // What was typed stays here; sent again it goes to the record as it is now.
      if (toApiProblem(failure).status === 412) await props.onStale();
    }
  });
  return (
    <Dialog title={props.title} wide={props.wide} onClose={props.onClose}>
      <form noValidate onSubmit={submit}>
        <Stack>
          {props.help && <Text>{props.help}</Text>}
          {props.children(form)}
          <ProblemAlert error={error} />
          <DialogButtons
            confirm={props.confirm ?? t('save')}
            color={props.color}
            loading={form.submitting}
            onCancel={props.onClose}
          />
        </Stack>
      </form>
    </Dialog>
  );
}
