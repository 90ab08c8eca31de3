import { Button, Group, Paper, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import {
  changePasswordMutation,
  listSessionsQueryKey,
} from '@/api/generated/@tanstack/react-query.gen';
import { zPasswordChange } from '@/api/generated/zod.gen';
import { useMe } from '@/features/identity/useMe';
import { useApiForm } from '@/ui/forms/useApiForm';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { useSavedNotice } from '@/ui/useSavedNotice';
import { strengthOf } from './strength';

export function PasswordForm() {
  const { t } = useTranslation('me');
  const me = useMe();
  const queryClient = useQueryClient();
  const notice = useSavedNotice();
  const form = useApiForm(zPasswordChange, { current: '', new: '' });
  const change = useMutation({
    ...changePasswordMutation(),
    onSuccess: () => {
      form.reset();
      notice(t('password_changed'));
      return queryClient.invalidateQueries({ queryKey: listSessionsQueryKey() });
    },
    onError: form.showProblem,
  });
  const showPassword = { 'aria-label': t('show_password') };
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby="password">
      <Title order={2} id="password">
        {t('password')}
      </Title>
      <Text c="dimmed" mb="md">
        {t('password_help')}
      </Text>
      <form noValidate onSubmit={form.onSubmit((body) => change.mutate({ body }))}>
        <Stack>
          {Object.keys(form.errors).length === 0 && <ProblemAlert error={change.error} />}
          <input hidden readOnly autoComplete="username" value={me.email} />
          <PasswordInput
            autoComplete="current-password"
            label={t('current_password')}
            visibilityToggleButtonProps={showPassword}
            {...form.getInputProps('current')}
          />
          <PasswordInput
            autoComplete="new-password"
            label={t('new_password')}
            description={<span role="status">{t(`strength.${strengthOf(form.values.new)}`)}</span>}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            visibilityToggleButtonProps={showPassword}
            {...form.getInputProps('new')}
          />
          <Group>
            <Button type="submit" variant="default" loading={change.isPending}>
              {t('change_password')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
