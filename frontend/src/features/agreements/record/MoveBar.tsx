import { Alert, Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ComponentType, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { openAgreement } from '@/api/generated';
import { ifMatch } from '@/api/headers';
import { useMe } from '@/features/identity/useMe';
import { paths } from '@/paths';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { Icon } from '@/ui/Icon';
import { TextLink } from '@/ui/links';
import { MoveButtons } from '@/ui/MoveButtons';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { useKeptFocus } from '@/ui/useKeptFocus';
import { useKeepAgreement } from '../useKeepAgreement';
import type { AgreementMove } from './AgreementDialog';
import { PaperDialog, SignDialog } from './SignDialogs';
import { AmendDialog, ChangeDialog, EndDialog } from './TextDialogs';

/** The moves in the order in which they come. */
const dialogs = {
  sign_agreement: SignDialog,
  record_agreement_signature: PaperDialog,
  update_agreement: ChangeDialog,
  amend_agreement: AmendDialog,
  end_agreement: EndDialog,
} as const satisfies Record<string, ComponentType<AgreementMove>>;

type MoveName = keyof typeof dialogs;

const names = Object.keys(dialogs) as MoveName[];

/** The moves that this person may make now; everybody prints. Signing stands out, and takes a second factor. */
export function MoveBar({ agreement }: Pick<AgreementMove, 'agreement'>) {
  const { t } = useTranslation('agreements');
  const [current, setCurrent] = useState<MoveName>();
  const lacksFactor = useMe().second_factor !== 'on';
  useKeptFocus(current !== undefined, agreement.version);
  const { actions } = agreement;
  const offered = names.filter((name) => actions.includes(name));
  const Dialog = current && dialogs[current];
  return (
    <>
      {actions.includes('sign_agreement') && lacksFactor && (
        <Alert icon={<Icon name="key" />} mb="md" data-no-print>
          {t('factor_needed')} <TextLink to={paths.me}>{t('factor_set_up')}</TextLink>
        </Alert>
      )}
      <MoveButtons
        label={t('moves')}
        names={offered}
        first="sign_agreement"
        nameOf={(name) => t(`move.${name}`)}
        onChoose={setCurrent}
        prints={t('print')}
      >
        {actions.includes('open_agreement') && <OpenButton agreement={agreement} />}
      </MoveButtons>
      {Dialog && <Dialog agreement={agreement} onClose={() => setCurrent(undefined)} />}
    </>
  );
}

/** From now on the sides read it, and sign. */
function OpenButton({ agreement }: Pick<AgreementMove, 'agreement'>) {
  const { t } = useTranslation('agreements');
  const [asking, setAsking] = useState(false);
  const keep = useKeepAgreement();
  const open = useMutation({
    mutationFn: async () =>
      (await openAgreement({ path: { id: agreement.id }, headers: ifMatch(agreement) })).data,
    onSuccess: (saved) => void keep(saved),
  });
  return (
    <>
      <ProblemAlert error={open.error} />
      <Button loading={open.isPending} onClick={() => setAsking(true)}>
        {t('move.open_agreement')}
      </Button>
      {asking && (
        <ConfirmDialog
          title={t('move.open_agreement')}
          consequences={t('help.open_agreement')}
          confirmLabel={t('move.open_agreement')}
          onConfirm={() => {
            setAsking(false);
            open.mutate();
          }}
          onCancel={() => setAsking(false)}
        />
      )}
    </>
  );
}
