import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { rejectCommitment, verifyCommitment } from '@/api/generated';
import { zCommitmentRejection, zCommitmentVerification } from '@/api/generated/zod.gen';
import { ifMatch } from '@/api/headers';
import type { FieldSource } from '@/ui/forms/NamesFields';
import { CommitmentDialog, type CommitmentMove } from './CommitmentDialog';
import { SaidField } from './SaidField';

const written = (words: string) => words.trim() || null;

/** Asked of the programme alone, and only where nobody speaks for the place. */
function Witness({ form, commitment }: { form: FieldSource } & Pick<CommitmentMove, 'commitment'>) {
  const { t } = useTranslation('commitments');
  if (commitment.represented === undefined) return null;
  return (
    <TextInput
      withAsterisk
      label={t('witness')}
      description={t('witness_help')}
      {...form.getInputProps('witness')}
    />
  );
}

const verificationOf = ({ note, witness }: { note: string; witness: string }) => ({
  note: written(note),
  witness: written(witness),
});

/** It is so: the promise was kept. */
export function VerifyDialog({ commitment, onClose }: CommitmentMove) {
  const { t } = useTranslation('commitments');
  return (
    <CommitmentDialog
      title={t('move.verify_commitment')}
      help={t('help.verify_commitment')}
      confirm={t('move.verify_commitment')}
      rules={zCommitmentVerification}
      initial={{ note: '', witness: '' }}
      toBody={verificationOf}
      commitment={commitment}
      send={(values) =>
        verifyCommitment({
          path: { id: commitment.id },
          headers: ifMatch(commitment),
          body: zCommitmentVerification.parse(verificationOf(values)),
        })
      }
      onClose={onClose}
    >
      {(form) => (
        <>
          <Witness form={form} commitment={commitment} />
          <SaidField label={t('what_was_seen')} {...form.getInputProps('note')} />
        </>
      )}
    </CommitmentDialog>
  );
}

const rejectionOf = ({ reason, witness }: { reason: string; witness: string }) => ({
  reason,
  witness: written(witness),
});

/** It is not so: who owes it goes on. */
export function RejectDialog({ commitment, onClose }: CommitmentMove) {
  const { t } = useTranslation('commitments');
  return (
    <CommitmentDialog
      title={t('move.reject_commitment')}
      help={t('help.reject_commitment')}
      confirm={t('move.reject_commitment')}
      color="felt"
      rules={zCommitmentRejection}
      initial={{ reason: '', witness: '' }}
      toBody={rejectionOf}
      commitment={commitment}
      send={(values) =>
        rejectCommitment({
          path: { id: commitment.id },
          headers: ifMatch(commitment),
          body: zCommitmentRejection.parse(rejectionOf(values)),
        })
      }
      onClose={onClose}
    >
      {(form) => (
        <>
          <Witness form={form} commitment={commitment} />
          <SaidField
            withAsterisk
            minRows={3}
            label={t('what_is_missing')}
            {...form.getInputProps('reason')}
          />
        </>
      )}
    </CommitmentDialog>
  );
}
