import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Invitation } from '@/api/generated';
import {
  listInvitationsQueryKey,
  withdrawInvitationMutation,
} from '@/api/generated/@tanstack/react-query.gen';
import { ifMatch } from '@/api/headers';
import { ConfirmedButton } from '@/ui/ConfirmedButton';
import { useSavedNotice } from '@/ui/useSavedNotice';

export function WithdrawInvitation({ invitation }: { invitation: Invitation }) {
  const { t } = useTranslation('invitations');
  const { id, name } = invitation;
  const queryClient = useQueryClient();
  const notice = useSavedNotice();
  const withdraw = useMutation({
    ...withdrawInvitationMutation(),
    onSuccess: () => notice(t('was_withdrawn')),
    onSettled: () => queryClient.invalidateQueries({ queryKey: listInvitationsQueryKey() }),
  });
  return (
    <ConfirmedButton
      label={t('withdraw')}
      fullLabel={t('withdraw_named', { name })}
      title={t('withdraw_title', { name })}
      consequences={t('withdraw_consequences')}
      mutation={withdraw}
      onConfirm={() => withdraw.mutate({ path: { id }, headers: ifMatch(invitation) })}
    />
  );
}
