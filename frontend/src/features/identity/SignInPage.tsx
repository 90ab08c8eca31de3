import { Button, Paper, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { logInMutation } from '@/api/generated/public/@tanstack/react-query.gen';
import { publicRules } from '@/api/publicRules';
import { paths } from '@/paths';
import { useApiForm } from '@/ui/forms/useApiForm';
import { PageHeader } from '@/ui/PageHeader';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { useSignedIn } from './useSignedIn';

export function SignInPage() {
  const { t } = useTranslation('identity');
  const { next } = useSearch({ from: '/_public/sign-in' });
  const navigate = useNavigate();
  const signedIn = useSignedIn();
  const form = useApiForm(publicRules.signIn, { email: '', password: '' });
  const signIn = useMutation({
    ...logInMutation(),
    onSuccess: async (session) => {
      await signedIn(session);
      await navigate({ to: next ?? paths.desk });
    },
    onError: form.showProblem,
  });
  return (
    <Stack maw={440} mx="auto">
      <PageHeader title={t('sign_in.title')} lead={t('sign_in.lead')} />
      <Paper withBorder p="lg" component="section">
        <form noValidate onSubmit={form.onSubmit((body) => signIn.mutate({ body }))}>
          <Stack>
            <ProblemAlert error={signIn.error} meaning={{ 401: 'problem.bad_credentials' }} />
            <TextInput
              type="email"
              autoComplete="username"
              label={t('email')}
              {...form.getInputProps('email')}
            />
            <PasswordInput
              autoComplete="current-password"
              label={t('password')}
              visibilityToggleButtonProps={{ 'aria-label': t('show_password') }}
              {...form.getInputProps('password')}
            />
            <Button type="submit" loading={signIn.isPending}>
              {t('sign_in.submit')}
            </Button>
          </Stack>
        </form>
      </Paper>
      <Text c="dimmed">{t('sign_in.no_account')}</Text>
    </Stack>
  );
}
