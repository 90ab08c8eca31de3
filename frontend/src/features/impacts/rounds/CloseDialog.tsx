import { Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { closeImpactRound, type ImpactRound } from '@/api/generated';
import { getImpactRoundQueryKey } from '@/api/generated/@tanstack/react-query.gen';
import { ifMatch } from '@/api/headers';
import { toApiProblem } from '@/api/problem';
import { Dialog } from '@/ui/Dialog';
import { DialogButtons } from '@/ui/DialogButtons';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { useKeepRound } from './useKeepRound';

interface Props {
  round: ImpactRound;
  onClose: () => void;
}

/** Ends the vote; the result is seen afterwards. */
export function CloseDialog({ round, onClose }: Props) {
  const { t } = useTranslation('impacts');
  const queryClient = useQueryClient();
  const keep = useKeepRound();
  const close = useMutation({
    mutationFn: () =>
      closeImpactRound({ path: { id: round.id }, headers: ifMatch(round), body: {} }),
    onSuccess: ({ data }) => {
      void keep(data);
      onClose();
    },
    onError: (error) => {
      if (toApiProblem(error).status !== 412) return;
      const queryKey = getImpactRoundQueryKey({ path: { id: round.id } });
      void queryClient.invalidateQueries({ queryKey });
    },
  });
  return (
    <Dialog title={t('round.close')} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          close.mutate();
        }}
      >
        <Stack>
          <Text>{t('round.close_help')}</Text>
          <ProblemAlert error={close.error} />
          <DialogButtons confirm={t('round.close')} loading={close.isPending} onCancel={onClose} />
        </Stack>
      </form>
    </Dialog>
  );
}
