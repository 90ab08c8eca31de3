import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { dropCommitment, moveCommitmentDue, publishCommitment } from '@/api/generated';
import {
  zCommitmentDropping,
  zCommitmentDue,
  zCommitmentPublication,
} from '@/api/generated/zod.gen';
import { ifMatch } from '@/api/headers';
import { DayField } from '@/ui/forms/DayField';
import { CommitmentDialog, type CommitmentMove } from './CommitmentDialog';
import { SaidField } from './SaidField';

/** Another last day, and why: everybody who reads the promise reads it. */
export function DueDialog({ commitment, onClose }: CommitmentMove) {
  const { t } = useTranslation('commitments');
  return (
    <CommitmentDialog
      title={t('move.move_commitment_due')}
      help={t('help.move_commitment_due')}
      confirm={t('move.move_commitment_due')}
      rules={zCommitmentDue}
      initial={{ due_on: commitment.due_on, reason: '' }}
      commitment={commitment}
      send={(values) =>
        moveCommitmentDue({
          path: { id: commitment.id },
          headers: ifMatch(commitment),
          body: zCommitmentDue.parse(values),
        })
      }
      onClose={onClose}
    >
      {(form) => (
        <>
          <DayField
            withAsterisk
            label={t('due_on')}
            popoverProps={{ withinPortal: false }}
            {...form.getInputProps('due_on')}
          />
          <SaidField withAsterisk label={t('why')} {...form.getInputProps('reason')} />
        </>
      )}
    </CommitmentDialog>
  );
}

/** Nobody waits for it any more: it counts as broken. */
export function DropDialog({ commitment, onClose }: CommitmentMove) {
  const { t } = useTranslation('commitments');
  return (
    <CommitmentDialog
      title={t('move.drop_commitment')}
      help={t('help.drop_commitment')}
      confirm={t('move.drop_commitment')}
      color="felt"
      rules={zCommitmentDropping}
      initial={{ reason: '' }}
      commitment={commitment}
      send={(body) =>
        dropCommitment({ path: { id: commitment.id }, headers: ifMatch(commitment), body })
      }
      onClose={onClose}
    >
      {(form) => <SaidField withAsterisk label={t('why')} {...form.getInputProps('reason')} />}
    </CommitmentDialog>
  );
}

/** What everybody reads: words that name nobody. */
export function PublishDialog({ commitment, onClose }: CommitmentMove) {
  const { t } = useTranslation('commitments');
  return (
    <CommitmentDialog
      title={t('move.publish_commitment')}
      help={t('help.publish_commitment')}
      confirm={t('move.publish_commitment')}
      rules={zCommitmentPublication}
      initial={{ text: commitment.public_text ?? '' }}
      commitment={commitment}
      send={(body) =>
        publishCommitment({ path: { id: commitment.id }, headers: ifMatch(commitment), body })
      }
      onClose={onClose}
    >
      {(form) => (
        <Textarea
          withAsterisk
          autosize
          minRows={3}
          label={t('public_text')}
          {...form.getInputProps('text')}
        />
      )}
    </CommitmentDialog>
  );
}
