import { type UseFormReturnType, useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { problemFields, type Refusal } from '@/api/problem';
import { type Rules, useRules } from './useRules';
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
  rules: Rules,
  initialValues: Values,
  toBody: (values: Values) => unknown = (values) => values,
): ApiForm<Values> {
  // At the desk its words are there from the start; elsewhere nothing of them is needed.
  const { t } = useTranslation('errors' as unknown as ['errors', 'refusals']);
  const schema = useRules(rules);
  const translate = (issues: Record<string, Refusal>) =>
    Object.fromEntries(Object.entries(issues).map(([path, message]) => [path, t(message)]));
  const form = useForm<Values>({
    initialValues,
    validate: (values) => translate(schema ? issuesOf(schema, toBody(values)) : {}),
  });
  return { ...form, showProblem: (error) => form.setErrors(translate(problemFields(error))) };
}
