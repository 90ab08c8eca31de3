import { type ComponentType, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '@/paths';
import { ButtonLink } from '@/ui/links';
import { MoveButtons } from '@/ui/MoveButtons';
import { useKeptFocus } from '@/ui/useKeptFocus';
import type { CallMove } from './CallDialog';
import { CloneDialog, ExtendDialog, PublishDialog, WithdrawDialog } from './moveDialogs';

/** The moves in the order in which they come. */
const dialogs = {
  publish_grant_call: PublishDialog,
  extend_grant_call: ExtendDialog,
  clone_grant_call: CloneDialog,
  withdraw_grant_call: WithdrawDialog,
} as const satisfies Record<string, ComponentType<CallMove>>;

type MoveName = keyof typeof dialogs;

const names = Object.keys(dialogs) as MoveName[];

/** What this person may do with a call now; everybody prints. */
export function MoveBar({ call }: Pick<CallMove, 'call'>) {
  const { t } = useTranslation('grant-call-desk');
  const [current, setCurrent] = useState<MoveName>();
  useKeptFocus(current !== undefined, call.version);
  const { id, actions, phase } = call;
  const Dialog = current && dialogs[current];
  return (
    <>
      <MoveButtons
        label={t('moves')}
        names={names.filter((name) => actions.includes(name))}
        first="publish_grant_call"
        nameOf={(name) => t(`move.${name}`)}
        onChoose={setCurrent}
        prints={t('print')}
      >
        {phase !== 'draft' && (
          <ButtonLink variant="default" to={paths.grantApplications} search={{ call: id }}>
            {t('applications')}
          </ButtonLink>
        )}
        {phase === 'open' && (
          <ButtonLink variant="default" to={paths.grantApplicationNew} search={{ call: id }}>
            {t('from_paper')}
          </ButtonLink>
        )}
        {actions.includes('update_grant_call') && (
          <ButtonLink variant="default" to={paths.grantCallEdit} params={{ callId: id }}>
            {t('edit')}
          </ButtonLink>
        )}
      </MoveButtons>
      {Dialog && <Dialog call={call} onClose={() => setCurrent(undefined)} />}
    </>
  );
}
