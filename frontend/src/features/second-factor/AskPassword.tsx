import { Button, Group, List, Paper, PasswordInput, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Enrolment } from '@/api/generated';
import { beginSecondFactorMutation } from '@/api/generated/@tanstack/react-query.gen';
import { zSetUp } from '@/api/generated/zod.gen';
import { useMe } from '@/features/identity/useMe';
import { useApiForm } from '@/ui/forms/useApiForm';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { CodeField } from './CodeField';

interface Props {
  /** There is a second factor already, which must agree. */
  withCode: boolean;
  onEnrolment: (enrolment: Enrolment) => void;
}

export function AskPassword({ withCode, onEnrolment }: Props) {
  const { t } = useTranslation(['second-factor', 'identity']);
  const me = useMe();
  const toBody = ({ password, code }: { password: string; code: string }) =>
    withCode ? { password, code } : { password };
  const form = useApiForm(zSetUp, { password: '', code: '' }, toBody);
  const begin = useMutation({
    ...beginSecondFactorMutation(),
    onSuccess: onEnrolment,
    onError: form.showProblem,
  });
  const refused = Object.keys(form.errors).length > 0;
  return (
    <Paper withBorder p="lg" component="section">
      <form noValidate onSubmit={form.onSubmit((values) => begin.mutate({ body: toBody(values) }))}>
        <Stack>
          {!refused && (
            <ProblemAlert error={begin.error} meaning={{ 429: 'problem.wrong_codes' }} />
          )}
          <Text>{t('prepare')}</Text>
          <List>
            <List.Item>{t('prepare_app')}</List.Item>
            <List.Item>{t('prepare_offline')}</List.Item>
          </List>
          <input hidden readOnly autoComplete="username" value={me.email} />
          <PasswordInput
            autoComplete="current-password"
            label={t('password')}
            description={t('password_help')}
            visibilityToggleButtonProps={{ 'aria-label': t('identity:show_password') }}
            {...form.getInputProps('password')}
          />
          {withCode && <CodeField {...form.getInputProps('code')} />}
          <Group>
            <Button type="submit" loading={begin.isPending}>
              {t('go_on')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
