import { Button, NumberInput, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { countImpactHands, type ImpactRound } from '@/api/generated';
import { getImpactRoundQueryKey } from '@/api/generated/@tanstack/react-query.gen';
import { ifMatch } from '@/api/headers';
import { toApiProblem } from '@/api/problem';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { useSavedNotice } from '@/ui/useSavedNotice';
import { counted, type Dots, dotsBody, spent } from './dots';
import { useKeepRound } from './useKeepRound';
import classes from './Voting.module.css';

/** What was counted in the room: how many took part, and the hands for each. */
export function HandsForm({ round }: { round: ImpactRound }) {
  const { t } = useTranslation(['impacts', 'records']);
  const queryClient = useQueryClient();
  const notice = useSavedNotice();
  const keep = useKeepRound();
  const [participants, setParticipants] = useState<number | string>(round.participants || '');
  const [dots, setDots] = useState<Dots>(() => counted(round.choices));
  const count = useMutation({
    mutationFn: () =>
      countImpactHands({
        path: { id: round.id },
        headers: ifMatch(round),
        body: { participants: Number(participants), dots: dotsBody(dots) },
      }),
    onSuccess: ({ data }) => {
      notice();
      return keep(data);
    },
    onError: (error) => {
      if (toApiProblem(error).status !== 412) return;
      const queryKey = getImpactRoundQueryKey({ path: { id: round.id } });
      void queryClient.invalidateQueries({ queryKey });
    },
  });
  const most = Number(participants || 0) * round.budget;
  const sum = spent(dots);
  const isOver = participants !== '' && sum > most;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        count.mutate();
      }}
    >
      <Stack>
        <NumberInput
          withAsterisk
          maw={240}
          label={t('impacts:round.participants')}
          min={1}
          max={5000}
          allowDecimal={false}
          value={participants}
          onChange={setParticipants}
        />
        <ul className={classes.choices}>
          {round.choices.map(({ impact }) => (
            <li key={impact.id} className={classes.choice}>
              <NumberInput
                flex={1}
                label={impact.title}
                min={0}
                allowDecimal={false}
                value={dots[impact.id] ?? 0}
                onChange={(value) => setDots({ ...dots, [impact.id]: Number(value) || 0 })}
              />
            </li>
          ))}
        </ul>
        <Text role="status" c={isOver ? 'felt' : undefined} fw={isOver ? 600 : undefined}>
          {isOver ? t('impacts:round.over', { sum, most }) : t('impacts:round.sum', { sum, most })}
        </Text>
        <ProblemAlert error={count.error} />
        <Button
          type="submit"
          loading={count.isPending}
          disabled={participants === '' || sum === 0 || isOver}
        >
          {t('records:save')}
        </Button>
      </Stack>
    </form>
  );
}
