import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SignIn } from '@/api/generated/public';
import { logInMutation } from '@/api/generated/public/@tanstack/react-query.gen';
import { publicRules } from '@/api/publicRules';
import { useApiForm } from '@/ui/forms/useApiForm';
import { ProblemAlert } from '@/ui/ProblemAlert';

export function FirstStep({ onAnswer }: { onAnswer: (answer: SignIn) => unknown }) {
  const { t } = useTranslation('identity');
  const form = useApiForm(publicRules.signIn, { email: '', password: '' });
  const signIn = useMutation({
    ...logInMutation(),
    onSuccess: onAnswer,
    onError: form.showProblem,
  });
  return (
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
  );
}
