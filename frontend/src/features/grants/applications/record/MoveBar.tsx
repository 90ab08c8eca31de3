import { type ComponentType, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '@/paths';
import { ButtonLink } from '@/ui/links';
import { MoveButtons } from '@/ui/MoveButtons';
import { useKeptFocus } from '@/ui/useKeptFocus';
import type { ApplicationMove } from './ApplicationDialog';
import { AskDialog, EligibleDialog, NotEligibleDialog, WithdrawDialog } from './moveDialogs';

/** The moves in the order in which they come. */
const dialogs = {
  find_grant_application_eligible: EligibleDialog,
  ask_grant_application: AskDialog,
  find_grant_application_not_eligible: NotEligibleDialog,
  withdraw_grant_application: WithdrawDialog,
} as const satisfies Record<string, ComponentType<ApplicationMove>>;

type MoveName = keyof typeof dialogs;

const names = Object.keys(dialogs) as MoveName[];

/** What this person may do with an application now; everybody prints. Submitting and answering are done where it is written. */
export function MoveBar({ application }: Pick<ApplicationMove, 'application'>) {
  const { t } = useTranslation('grant-applications');
  const [current, setCurrent] = useState<MoveName>();
  useKeptFocus(current !== undefined, application.version);
  const { id, actions, receipt_number, state } = application;
  const Dialog = current && dialogs[current];
  return (
    <>
      <MoveButtons
        label={t('moves')}
        names={names.filter((name) => actions.includes(name))}
        first="find_grant_application_eligible"
        nameOf={(name) => t(`move.${name}`)}
        onChoose={setCurrent}
        prints={t('print')}
      >
        {actions.includes('update_grant_application') && (
          <ButtonLink to={paths.grantApplicationPart} params={{ applicationId: id, part: 'write' }}>
            {t(state === 'more_information' ? 'change_and_answer' : 'go_on')}
          </ButtonLink>
        )}
        {receipt_number && (
          <ButtonLink
            variant="default"
            to={paths.grantApplicationPart}
            params={{ applicationId: id, part: 'receipt' }}
          >
            {t('receipt.title')}
          </ButtonLink>
        )}
      </MoveButtons>
      {Dialog && <Dialog application={application} onClose={() => setCurrent(undefined)} />}
    </>
  );
}
