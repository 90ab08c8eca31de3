import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type FocusGroup,
  type MaskedParticipant,
  withdrawFocusGroupParticipant,
} from '@/api/generated';
import { ifMatch } from '@/api/headers';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { Icon } from '@/ui/Icon';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { useReadAgain } from './useReadAgain';

interface Props {
  record: FocusGroup;
  participant: MaskedParticipant;
}

/** Somebody took the consent back: the name goes at once and for good. */
export function WithdrawParticipant({ record, participant }: Props) {
  const { t } = useTranslation('focus-groups');
  const readAgain = useReadAgain(record.id);
  const [asking, setAsking] = useState(false);
  const withdraw = useMutation({
    mutationFn: () =>
      withdrawFocusGroupParticipant({
        path: { id: record.id, participant_id: participant.id },
        headers: ifMatch(record),
      }),
    onSuccess: readAgain,
  });
  return (
    <>
      <ProblemAlert error={withdraw.error} />
      <Button
        size="sm"
        variant="default"
        loading={withdraw.isPending}
        aria-label={t('participant_withdraw', { name: participant.name })}
        onClick={() => setAsking(true)}
      >
        <Icon name="trash" />
      </Button>
      {asking && (
        <ConfirmDialog
          title={t('participant_withdraw_title')}
          consequences={t('participant_withdraw_help')}
          confirmLabel={t('participant_withdraw_confirm')}
          color="felt"
          onConfirm={() => {
            setAsking(false);
            withdraw.mutate();
          }}
          onCancel={() => setAsking(false)}
        />
      )}
    </>
  );
}
