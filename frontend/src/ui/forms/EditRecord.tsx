import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod/mini';
import { ifMatch } from '@/api/headers';
import { BackLink } from '../BackLink';
import { PageHeader } from '../PageHeader';
import { ConflictDialog, type FormField } from './ConflictDialog';
import type { Labels } from './ErrorSummary';
import { FormFrame } from './FormFrame';
import { type ApiForm, useApiForm } from './useApiForm';
import { useRecordEdit } from './useRecordEdit';

interface Props<Values, Change extends z.ZodMiniType, Saved> {
  title: string;
  back: ReactNode;
  labels: Labels;
  /** The rules of the whole form. */
  schema: z.ZodMiniType;
  /** What the API takes of it in a change. */
  changeSchema: Change;
  record: Saved;
  recordKey: QueryKey;
  valuesOf: (record: Saved) => Values;
  save: (request: {
    body: z.output<Change>;
    headers: ReturnType<typeof ifMatch>;
  }) => Promise<{ data: Saved }>;
  load: () => Promise<{ data: Saved }>;
  onSaved: (saved: Saved) => void;
  onCancel: () => void;
  compared: FormField<Values>[];
  children: (form: ApiForm<Values>) => ReactNode;
}

/** A page that changes a record. */
export function EditRecord<
  Values extends Record<string, unknown>,
  Change extends z.ZodMiniType,
  Saved extends { version: number },
>(props: Props<Values, Change, Saved>) {
  const { t } = useTranslation('records');
  const queryClient = useQueryClient();
  const form = useApiForm(props.schema, props.valuesOf(props.record));
  const edit = useRecordEdit<Saved, Values>({
    record: props.record,
    form,
    valuesOf: props.valuesOf,
    save: async (changes, base) => {
      const body = props.changeSchema.parse(changes);
      return (await props.save({ body, headers: ifMatch(base) })).data;
    },
    load: async () => (await props.load()).data,
    onSaved: props.onSaved,
    onReloaded: (latest) => queryClient.setQueryData(props.recordKey, latest),
  });
  return (
    <>
      <BackLink>{props.back}</BackLink>
      <PageHeader title={props.title} />
      <FormFrame
        form={form}
        labels={props.labels}
        error={edit.error}
        pending={edit.pending}
        submitLabel={t('save')}
        onSubmit={form.onSubmit(edit.submit)}
        onCancel={props.onCancel}
      >
        {props.children(form)}
      </FormFrame>
      <ConflictDialog conflict={edit.conflict} fields={props.compared} />
    </>
  );
}
