import { type ComponentType, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MoveButtons } from '@/ui/MoveButtons';
import { useKeptFocus } from '@/ui/useKeptFocus';
import type { CommitmentMove } from './CommitmentDialog';
import { RejectDialog, VerifyDialog } from './JudgeDialogs';
import { NoteDialog } from './NoteDialog';
import { DropDialog, DueDialog, PublishDialog } from './ProgrammeDialogs';
import { ReportDialog } from './ReportDialog';

/** The moves in the order in which they come; the first that is allowed is what waits. */
const dialogs = {
  verify_commitment: VerifyDialog,
  reject_commitment: RejectDialog,
  report_commitment: ReportDialog,
  start_commitment: (move) => <NoteDialog name="start_commitment" {...move} />,
  move_commitment_due: DueDialog,
  publish_commitment: PublishDialog,
  withdraw_commitment_publication: (move) => (
    <NoteDialog name="withdraw_commitment_publication" {...move} />
  ),
  drop_commitment: DropDialog,
} as const satisfies Record<string, ComponentType<CommitmentMove>>;

type MoveName = keyof typeof dialogs;

const names = Object.keys(dialogs) as MoveName[];
const waits: readonly MoveName[] = ['verify_commitment', 'report_commitment'];

/** The moves that this person may make now; the way on stands out. */
export function MoveBar({ commitment }: Pick<CommitmentMove, 'commitment'>) {
  const { t } = useTranslation('commitments');
  const [current, setCurrent] = useState<MoveName>();
  useKeptFocus(current !== undefined, commitment.version);
  const offered = names.filter((name) => commitment.actions.includes(name));
  const first = offered.find((name) => waits.includes(name));
  if (offered.length === 0) return null;
  const Dialog = current && dialogs[current];
  return (
    <>
      <MoveButtons
        label={t('moves')}
        names={offered}
        first={first}
        nameOf={(name) => t(`move.${name}`)}
        onChoose={setCurrent}
      />
      {Dialog && <Dialog commitment={commitment} onClose={() => setCurrent(undefined)} />}
    </>
  );
}
