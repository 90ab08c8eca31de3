import { Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listInvitationsInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import { useMay } from '@/features/identity/useMe';
import { paths } from '@/paths';
import { EmptyList } from '@/ui/EmptyList';
import { useFormats } from '@/ui/formats';
import { Icon } from '@/ui/Icon';
import { KeysetList } from '@/ui/KeysetList';
import { keyset } from '@/ui/keyset';
import { ButtonLink } from '@/ui/links';
import { useName } from '@/ui/names';
import { PageHeader } from '@/ui/PageHeader';
import { InvitationBadge } from './InvitationBadge';
import { WithdrawInvitation } from './WithdrawInvitation';

export function InvitationsPage() {
  const { t } = useTranslation(['invitations', 'accounts', 'identity', 'records']);
  const name = useName();
  const { date } = useFormats();
  const mayInvite = useMay('create_invitation');
  const invitations = useInfiniteQuery({ ...listInvitationsInfiniteOptions(), ...keyset });
  return (
    <>
      <PageHeader
        title={t('invitations:title')}
        lead={t('invitations:lead')}
        actions={
          mayInvite && (
            <ButtonLink to={paths.invitationNew} leftSection={<Icon name="mail" />}>
              {t('invitations:new')}
            </ButtonLink>
          )
        }
      />
      <KeysetList
        query={invitations}
        label={t('invitations:title')}
        columns={[
          {
            label: t('accounts:name'),
            show: (invitation) => (
              <>
                {invitation.name}
                <Text size="sm" c="dimmed">
                  {invitation.email}
                </Text>
              </>
            ),
          },
          { label: t('accounts:role'), show: ({ role }) => t(`identity:role.${role}`) },
          {
            label: t('accounts:organisation'),
            show: ({ organisation }) => name(organisation.names),
          },
          { label: t('invitations:until'), show: ({ expires_at }) => date(expires_at) },
          {
            label: t('accounts:state'),
            show: ({ state }) => <InvitationBadge state={state} />,
          },
          {
            label: t('records:actions'),
            show: (invitation) =>
              invitation.actions.includes('withdraw_invitation') && (
                <WithdrawInvitation invitation={invitation} />
              ),
          },
        ]}
        empty={
          <EmptyList
            filtered={false}
            icon="mail"
            title={t('invitations:empty')}
            help={mayInvite && t('invitations:empty_help')}
          />
        }
      />
    </>
  );
}
