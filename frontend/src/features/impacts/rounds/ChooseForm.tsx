import { Button, Checkbox, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ImpactRound, prioritiseImpactRound } from '@/api/generated';
import { getImpactRoundQueryKey } from '@/api/generated/@tanstack/react-query.gen';
import { ifMatch } from '@/api/headers';
import { toApiProblem } from '@/api/problem';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { useSavedNotice } from '@/ui/useSavedNotice';
import { useKeepRound } from './useKeepRound';
import classes from './Voting.module.css';

/** After the vote: what the group has chosen counts as what matters most. */
export function ChooseForm({ round }: { round: ImpactRound }) {
  const { t } = useTranslation('impacts');
  const queryClient = useQueryClient();
  const notice = useSavedNotice();
  const keep = useKeepRound();
  const [chosen, setChosen] = useState<string[]>([]);
  const [note, setNote] = useState(() => t('round.note_default', { title: round.title }));
  const choose = useMutation({
    mutationFn: () =>
      prioritiseImpactRound({
        path: { id: round.id },
        headers: ifMatch(round),
        body: { impact_ids: chosen, note },
      }),
    onSuccess: ({ data }) => {
      setChosen([]);
      notice();
      return keep(data);
    },
    onError: (error) => {
      if (toApiProblem(error).status !== 412) return;
      const queryKey = getImpactRoundQueryKey({ path: { id: round.id } });
      void queryClient.invalidateQueries({ queryKey });
    },
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        choose.mutate();
      }}
    >
      <Stack mt="xl" maw="46rem" data-no-print>
        <Text>{t('round.choose_help')}</Text>
        <Checkbox.Group label={t('round.prioritise')} value={chosen} onChange={setChosen}>
          <div className={classes.picks}>
            {round.choices
              .filter(({ impact }) => impact.state === 'validated')
              .map(({ impact }) => (
                <Checkbox key={impact.id} value={impact.id} label={impact.title} />
              ))}
          </div>
        </Checkbox.Group>
        {chosen.length > 0 && (
          <Textarea
            withAsterisk
            autosize
            label={t('round.note')}
            value={note}
            onChange={({ currentTarget }) => setNote(currentTarget.value)}
          />
        )}
        <ProblemAlert error={choose.error} />
        <div>
          <Button
            type="submit"
            loading={choose.isPending}
            disabled={chosen.length === 0 || note.trim().length < 3}
          >
            {t('round.choose')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
