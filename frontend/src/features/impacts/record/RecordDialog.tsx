import { Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Impact } from '@/api/generated';
import { getImpactQueryKey } from '@/api/generated/@tanstack/react-query.gen';
import { toApiProblem } from '@/api/problem';
import { Dialog } from '@/ui/Dialog';
import { DialogButtons } from '@/ui/DialogButtons';
import { type ApiForm, useApiForm } from '@/ui/forms/useApiForm';
import type { Rules } from '@/ui/forms/useRules';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { useKeepImpact } from '../useImpactSaved';

interface Props<Values> {
  title: string;
  help?: string;
  color?: 'felt';
  confirm: string;
  rules: Rules;
  initial: Values;
  toBody?: (values: Values) => unknown;
  record: Impact;
  send: (values: Values) => Promise<{ data: Impact }>;
  onClose: () => void;
  children: (form: ApiForm<Values>) => ReactNode;
}

/** A change of an impact: its fields, and what came of sending them. */
export function RecordDialog<Values extends Record<string, unknown>>(props: Props<Values>) {
  const queryClient = useQueryClient();
  const keep = useKeepImpact();
  const [error, setError] = useState<unknown>();
  const form = useApiForm(props.rules, props.initial, props.toBody);
  const submit = form.onSubmit(async (values) => {
    setError(undefined);
    try {
      void keep((await props.send(values)).data);
      props.onClose();
    } catch (failure) {
      setError(failure);
      form.showProblem(failure);
      // What was typed stays here; sent again it goes to the impact as it is now.
      if (toApiProblem(failure).status === 412) {
        const queryKey = getImpactQueryKey({ path: { id: props.record.id } });
        await queryClient.invalidateQueries({ queryKey });
      }
    }
  });
  return (
    <Dialog title={props.title} onClose={props.onClose}>
      <form noValidate onSubmit={submit}>
        <Stack>
          {props.help && <Text>{props.help}</Text>}
          {props.children(form)}
          <ProblemAlert error={error} />
          <DialogButtons
            confirm={props.confirm}
            color={props.color}
            loading={form.submitting}
            onCancel={props.onClose}
          />
        </Stack>
      </form>
    </Dialog>
  );
}
