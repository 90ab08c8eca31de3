import { useMutation } from '@tanstack/react-query';
import { type ComponentType, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod/mini';
import { idempotent, newIdempotencyKey } from '@/api/headers';
import { BackLink } from '../BackLink';
import { PageHeader } from '../PageHeader';
import type { Labels } from './ErrorSummary';
import { FormFrame } from './FormFrame';
import { type ApiForm, useApiForm } from './useApiForm';

interface Props<Values, Schema extends z.ZodMiniType, Saved> {
  title: string;
  back: ReactNode;
  labels: Labels;
  submitLabel?: string;
  schema: Schema;
  initial: Values;
  create: (request: {
    body: z.output<Schema>;
    headers: ReturnType<typeof idempotent>;
  }) => Promise<{ data: Saved }>;
  onSaved: (saved: Saved) => void;
  onCancel: () => void;
  Problem?: ComponentType<{ error: unknown }>;
  children: (form: ApiForm<Values>) => ReactNode;
}

/** A page that adds a record. */
export function NewRecord<
  Values extends Record<string, unknown>,
  Schema extends z.ZodMiniType,
  Saved,
>(props: Props<Values, Schema, Saved>) {
  const { t } = useTranslation('records');
  const [key] = useState(newIdempotencyKey);
  const form = useApiForm(props.schema, props.initial);
  const create = useMutation({
    mutationFn: async (values: Values) => {
      const body = props.schema.parse(values);
      return (await props.create({ body, headers: idempotent(key) })).data;
    },
    onSuccess: props.onSaved,
    onError: form.showProblem,
  });
  return (
    <>
      <BackLink>{props.back}</BackLink>
      <PageHeader title={props.title} />
      <FormFrame
        form={form}
        labels={props.labels}
        error={create.error}
        Problem={props.Problem}
        pending={create.isPending}
        submitLabel={props.submitLabel ?? t('add')}
        onSubmit={form.onSubmit((values) => create.mutate(values))}
        onCancel={props.onCancel}
      >
        {props.children(form)}
      </FormFrame>
    </>
  );
}
