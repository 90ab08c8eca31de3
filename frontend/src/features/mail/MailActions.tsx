import { Button, Group } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Mail } from '@/api/generated';
import {
  getMailServiceQueryKey,
  giveUpMailMutation,
  listMailsQueryKey,
  retryMailMutation,
} from '@/api/generated/@tanstack/react-query.gen';
import { ifMatch } from '@/api/headers';
import { ConfirmedButton } from '@/ui/ConfirmedButton';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { useSavedNotice } from '@/ui/useSavedNotice';

/** Somebody may have changed it meanwhile: it is read again however the change went. */
function useReadAgain() {
  const queryClient = useQueryClient();
  return () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: listMailsQueryKey() }),
      queryClient.invalidateQueries({ queryKey: getMailServiceQueryKey() }),
    ]);
}

export function MailActions({ mail }: { mail: Mail }) {
  return (
    <Group gap="xs">
      {mail.actions.includes('retry_mail') && <Retry mail={mail} />}
      {mail.actions.includes('give_up_mail') && <GiveUp mail={mail} />}
    </Group>
  );
}

/** What may have arrived already is sent again only by somebody who knows that. */
function Retry({ mail }: { mail: Mail }) {
  const { t } = useTranslation('mail');
  const notice = useSavedNotice();
  const retry = useMutation({
    ...retryMailMutation(),
    onSuccess: () => notice(t('will_be_sent')),
    onSettled: useReadAgain(),
  });
  const send = () => retry.mutate({ path: { id: mail.id }, headers: ifMatch(mail) });
  if (mail.state === 'unclear')
    return (
      <ConfirmedButton
        label={t('retry')}
        fullLabel={t('retry')}
        title={t('retry_title')}
        consequences={t('retry_consequences')}
        mutation={retry}
        onConfirm={send}
      />
    );
  return (
    <>
      <ProblemAlert error={retry.error} />
      <Button size="sm" variant="default" loading={retry.isPending} onClick={send}>
        {t('retry')}
      </Button>
    </>
  );
}

function GiveUp({ mail }: { mail: Mail }) {
  const { t } = useTranslation('mail');
  const notice = useSavedNotice();
  const giveUp = useMutation({
    ...giveUpMailMutation(),
    onSuccess: () => notice(t('was_given_up')),
    onSettled: useReadAgain(),
  });
  return (
    <ConfirmedButton
      label={t('give_up')}
      fullLabel={t('give_up')}
      title={t('give_up_title')}
      consequences={t('give_up_consequences')}
      mutation={giveUp}
      onConfirm={() => giveUp.mutate({ path: { id: mail.id }, headers: ifMatch(mail) })}
    />
  );
}
