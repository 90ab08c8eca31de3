import { type UseFormReturnType, useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod/mini';
import { problemFields } from '@/api/problem';
import { issuesOf } from './validation';

export interface ApiForm<Values> extends UseFormReturnType<Values> {
  /** Puts what the API said about single fields where the person typed them. */
  showProblem: (error: unknown) => void;
}

/**
 * A form whose rules are those of the API's own document: pass the generated schema of its body, and
 * how the body is made of the form's values where they differ.
 */
export function useApiForm<Values extends Record<string, unknown>>(
  schema: z.ZodMiniType,
  initialValues: Values,
  toBody: (values: Values) => unknown = (values) => values,
): ApiForm<Values> {
  const { t } = useTranslation('errors');
  const translate = (issues: ReturnType<typeof issuesOf>) =>
    Object.fromEntries(Object.entries(issues).map(([path, message]) => [path, t(message)]));
  const form = useForm<Values>({
    initialValues,
    validate: (values) => translate(issuesOf(schema, toBody(values))),
  });
  return { ...form, showProblem: (error) => form.setErrors(translate(problemFields(error))) };
}
