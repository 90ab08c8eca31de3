import { Button, Paper, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { OpenInvitation } from '@/api/generated/public';
import { acceptInvitationMutation } from '@/api/generated/public/@tanstack/react-query.gen';
import { publicRules } from '@/api/publicRules';
import { paths } from '@/paths';
import { useApiForm } from '@/ui/forms/useApiForm';
import { PageHeader } from '@/ui/PageHeader';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { useSignedIn } from './useSignedIn';

interface Props {
  token: string;
  invitation: OpenInvitation;
}

export function AcceptInvitation({ token, invitation }: Props) {
  const { t } = useTranslation('identity');
  const navigate = useNavigate();
  const signedIn = useSignedIn();
  const form = useApiForm(publicRules.acceptance, { token, password: '' });
  const accept = useMutation({
    ...acceptInvitationMutation(),
    onSuccess: async (session) => {
      await signedIn(session);
      await navigate({ to: paths.desk });
    },
    onError: form.showProblem,
  });
  return (
    <Stack maw={440} mx="auto">
      <PageHeader
        title={t('invitation.title', { name: invitation.name })}
        lead={t('invitation.lead', { role: t(`role.${invitation.role}`) })}
      />
      <Paper withBorder p="lg" component="section">
        <form noValidate onSubmit={form.onSubmit((body) => accept.mutate({ body }))}>
          <Stack>
            <ProblemAlert error={accept.error} />
            <TextInput
              readOnly
              autoComplete="username"
              label={t('email')}
              value={invitation.email}
            />
            <PasswordInput
              autoComplete="new-password"
              label={t('invitation.password')}
              description={t('invitation.password_help')}
              visibilityToggleButtonProps={{ 'aria-label': t('show_password') }}
              {...form.getInputProps('password')}
            />
            <Button type="submit" loading={accept.isPending}>
              {t('invitation.submit')}
            </Button>
          </Stack>
        </form>
      </Paper>
    </Stack>
  );
}
