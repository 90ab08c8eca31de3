import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/features/identity/useMe';
import { PageHeader } from '@/ui/PageHeader';
import { MyCalendar } from './MyCalendar';
import { MyProfile } from './MyProfile';
import { MySecondFactor } from './MySecondFactor';
import { MySessions } from './MySessions';
import { PasswordForm } from './PasswordForm';

export function MyAccountPage() {
  const { t } = useTranslation('me');
  const { operations } = useMe();
  return (
    <Stack gap="xl" maw={880}>
      <PageHeader title={t('title')} />
      <MyProfile />
      <PasswordForm />
      <MySecondFactor />
      {operations.includes('get_calendar_feed') && <MyCalendar />}
      <MySessions />
    </Stack>
  );
}
