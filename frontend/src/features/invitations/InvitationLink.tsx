import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { NewInvitationLink } from '@/api/generated';
import { paths } from '@/paths';
import { CopyOnce } from '@/ui/CopyOnce';
import { useFormats } from '@/ui/formats';
import { ButtonLink } from '@/ui/links';
import { PageHeader } from '@/ui/PageHeader';
import { invitationUrl } from './invitationUrl';

export function InvitationLink({ invitation }: { invitation: NewInvitationLink }) {
  const { t } = useTranslation('invitations');
  const { date } = useFormats();
  const { name, email, expires_at, link_token } = invitation;
  return (
    <Stack maw={680}>
      <PageHeader title={t('link_title', { name })} lead={t('link_lead', { email })} />
      <CopyOnce label={t('link')} secret={invitationUrl(link_token)} />
      <Text>{t('link_once', { until: date(expires_at) })}</Text>
      <Group>
        <ButtonLink variant="default" to={paths.invitations}>
          {t('to_list')}
        </ButtonLink>
      </Group>
    </Stack>
  );
}
