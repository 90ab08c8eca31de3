import { Button, Group, Paper, Stack } from '@mantine/core';
import type { ComponentType, FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LeaveGuard } from '../LeaveGuard';
import { ProblemAlert } from '../ProblemAlert';
import { ErrorSummary, type Labels } from './ErrorSummary';

interface Props {
  form: { errors: Record<string, ReactNode>; isDirty: () => boolean };
  labels: Labels;
  error: unknown;
  /** Says what went wrong, where a page has words of its own for it. */
  Problem?: ComponentType<{ error: unknown }>;
  pending: boolean;
  submitLabel: string;
  onSubmit: (event?: FormEvent<HTMLFormElement>) => void;
  onCancel?: () => void;
  children: ReactNode;
}

/** What every longer form has around its fields. */
export function FormFrame(props: Props) {
  const { form, labels, error, pending, submitLabel, onSubmit, onCancel, children } = props;
  const { Problem = ProblemAlert } = props;
  const { t } = useTranslation();
  const hasFieldErrors = Object.keys(form.errors).length > 0;
  return (
    <Paper withBorder p={{ base: 'md', sm: 'lg' }} component="section">
      <form noValidate onSubmit={onSubmit}>
        <Stack gap="lg">
          <ErrorSummary errors={form.errors} labels={labels} />
          {!hasFieldErrors && <Problem error={error} />}
          {children}
          <Group>
            <Button type="submit" loading={pending}>
              {submitLabel}
            </Button>
            {onCancel && (
              <Button variant="default" onClick={onCancel}>
                {t('cancel')}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
      <LeaveGuard when={form.isDirty()} />
    </Paper>
  );
}
