import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/ui/PageHeader';
import { MyProfile } from './MyProfile';
import { MySecondFactor } from './MySecondFactor';
import { MySessions } from './MySessions';
import { PasswordForm } from './PasswordForm';

export function MyAccountPage() {
  const { t } = useTranslation('me');
  return (
    <Stack gap="xl" maw={880}>
      <PageHeader title={t('title')} />
      <MyProfile />
      <PasswordForm />
      <MySecondFactor />
      <MySessions />
    </Stack>
  );
}
