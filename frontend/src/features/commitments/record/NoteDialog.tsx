import { useTranslation } from 'react-i18next';
import {
  type Commitment,
  type CommitmentNote,
  startCommitment,
  withdrawCommitmentPublication,
} from '@/api/generated';
import { zCommitmentNote } from '@/api/generated/zod.gen';
import { ifMatch } from '@/api/headers';
import { CommitmentDialog, type CommitmentMove } from './CommitmentDialog';
import { SaidField } from './SaidField';

interface Sending {
  path: { id: string };
  headers: { 'if-match': string };
  body: CommitmentNote;
}

type Send = (sending: Sending) => Promise<{ data: Commitment }>;

const moves = {
  start_commitment: startCommitment,
  withdraw_commitment_publication: withdrawCommitmentPublication,
} as const satisfies Record<string, Send>;

interface Props extends CommitmentMove {
  name: keyof typeof moves;
}

const bodyOf = ({ note }: { note: string }) => ({ note: note.trim() || null });

/** A move with a note, if there is anything to note. */
export function NoteDialog({ name, commitment, onClose }: Props) {
  const { t } = useTranslation('commitments');
  return (
    <CommitmentDialog
      title={t(`move.${name}`)}
      help={t(`help.${name}`)}
      confirm={t(`move.${name}`)}
      rules={zCommitmentNote}
      initial={{ note: '' }}
      toBody={bodyOf}
      commitment={commitment}
      send={(values) =>
        (moves[name] as Send)({
          path: { id: commitment.id },
          headers: ifMatch(commitment),
          body: zCommitmentNote.parse(bodyOf(values)),
        })
      }
      onClose={onClose}
    >
      {(form) => <SaidField label={t('note')} {...form.getInputProps('note')} />}
    </CommitmentDialog>
  );
}
