import { Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FocusGroup } from '@/api/generated';
import { getFocusGroupQueryKey } from '@/api/generated/@tanstack/react-query.gen';
import { toApiProblem } from '@/api/problem';
import { Dialog } from '@/ui/Dialog';
import { DialogButtons } from '@/ui/DialogButtons';
import { ErrorSummary } from '@/ui/forms/ErrorSummary';
import { type ApiForm, useApiForm } from '@/ui/forms/useApiForm';
import type { Rules } from '@/ui/forms/useRules';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { useRefusals } from '../refusals';
import { useKeepFocusGroup } from '../useFocusGroupSaved';

interface Props<Values> {
  title: string;
  help?: string;
  color?: 'felt';
  confirm?: string;
  /** What the API may complain of that has no field here. */
  labels?: Record<string, string>;
  rules: Rules;
  initial: Values;
  toBody: (values: Values) => unknown;
  record: Pick<FocusGroup, 'id'>;
  send: (values: Values) => Promise<{ data: FocusGroup }>;
  onClose: () => void;
  children?: (form: ApiForm<Values>) => ReactNode;
}

/** A move of a focus group: its fields, and what came of sending them. */
export function GroupDialog<Values extends Record<string, unknown>>(props: Props<Values>) {
  const { t } = useTranslation('records');
  const queryClient = useQueryClient();
  const keep = useKeepFocusGroup();
  const refusals = useRefusals();
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
      for (const [field, words] of Object.entries(refusals(failure)))
        form.setFieldError(field, words);
      // What was typed stays here; sent again it goes to the record as it is now.
      if (toApiProblem(failure).status === 412) {
        const queryKey = getFocusGroupQueryKey({ path: { id: props.record.id } });
        await queryClient.invalidateQueries({ queryKey });
      }
    }
  });
  const hasFieldErrors = Object.keys(form.errors).length > 0;
  return (
    <Dialog title={props.title} onClose={props.onClose}>
      <form noValidate onSubmit={submit}>
        <Stack>
          {props.help && <Text>{props.help}</Text>}
          {props.labels && <ErrorSummary errors={form.errors} labels={props.labels} />}
          {props.children?.(form)}
          {!hasFieldErrors && <ProblemAlert error={error} />}
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
