import { SimpleGrid, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createInvitation, type NewInvitationLink } from '@/api/generated';
import { listInvitationsQueryKey } from '@/api/generated/@tanstack/react-query.gen';
import { zNewInvitation } from '@/api/generated/zod.gen';
import { useRefresh } from '@/api/useKeepRecord';
import { AccountFields } from '@/features/accounts/AccountFields';
import { useAccountLabels } from '@/features/accounts/useAccountLabels';
import { useLanguage } from '@/i18n/useLanguage';
import { paths } from '@/paths';
import { NewRecord } from '@/ui/forms/NewRecord';
import { TextLink } from '@/ui/links';
import { InvitationLink } from './InvitationLink';
import { noInvitation } from './values';

export function NewInvitationPage() {
  const { t } = useTranslation(['invitations', 'accounts']);
  const navigate = useNavigate();
  const refresh = useRefresh(listInvitationsQueryKey());
  const language = useLanguage();
  const labels = useAccountLabels();
  const [made, setMade] = useState<NewInvitationLink>();
  if (made) return <InvitationLink invitation={made} />;
  return (
    <NewRecord
      title={t('invitations:new')}
      back={<TextLink to={paths.invitations}>{t('invitations:title')}</TextLink>}
      labels={labels}
      submitLabel={t('invitations:make')}
      schema={zNewInvitation}
      initial={noInvitation(language)}
      create={(request) => createInvitation(request)}
      onSaved={(invitation) => {
        setMade(invitation);
        void refresh();
      }}
      onCancel={() => navigate({ to: paths.invitations })}
    >
      {(form) => (
        <>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <TextInput
              withAsterisk
              label={labels.name}
              description={t('invitations:name_help')}
              {...form.getInputProps('name')}
            />
            <TextInput
              withAsterisk
              type="email"
              label={labels.email}
              description={t('invitations:email_help')}
              {...form.getInputProps('email')}
            />
          </SimpleGrid>
          <AccountFields form={form} />
        </>
      )}
    </NewRecord>
  );
}
