import { Alert, Button, NumberInput, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { castImpactBallot, type ImpactRound } from '@/api/generated';
import { idempotent, newIdempotencyKey } from '@/api/headers';
import { toApiProblem } from '@/api/problem';
import { Icon } from '@/ui/Icon';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { type Dots, dotsBody, put, spent } from './dots';
import { Stepper } from './Stepper';
import { useKeepRound } from './useKeepRound';
import classes from './Voting.module.css';

/** One participant after another on one phone: a number, the dots, thank you, and the phone goes on. */
export function BallotForm({ round }: { round: ImpactRound }) {
  const { t } = useTranslation('impacts');
  const [number, setNumber] = useState<number | string>('');
  const [dots, setDots] = useState<Dots>({});
  const [key, setKey] = useState(newIdempotencyKey);
  const numberField = useRef<HTMLInputElement>(null);
  const keep = useKeepRound();
  const withNumber = round.numbers > 0 && round.actions.includes('close_impact_round');
  const cast = useMutation({
    mutationFn: () =>
      castImpactBallot({
        path: { id: round.id },
        headers: idempotent(key),
        body: { number: withNumber ? Number(number) : null, dots: dotsBody(dots) },
      }),
    onSuccess: ({ data }) => {
      setDots({});
      setNumber('');
      setKey(newIdempotencyKey());
      void keep(data);
      numberField.current?.focus();
    },
  });
  const left = round.budget - spent(dots);
  const change = (id: string, by: 1 | -1) => {
    if (cast.isSuccess || cast.isError) cast.reset();
    setDots((before) => put(before, id, by, round.budget));
  };
  const problem = cast.error ? toApiProblem(cast.error) : undefined;
  const voted = problem?.code === 'already_voted';
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        cast.mutate();
      }}
    >
      <Stack>
        <div role="status">
          {cast.isSuccess && (
            <Alert icon={<Icon name="check" />} color="lake" title={t('round.thanks')}>
              {withNumber && t('round.pass_on')}
            </Alert>
          )}
        </div>
        {withNumber && (
          <NumberInput
            ref={numberField}
            size="lg"
            withAsterisk
            maw={240}
            label={t('round.your_number')}
            description={t('round.your_number_help', { count: round.numbers })}
            min={1}
            max={round.numbers}
            allowDecimal={false}
            value={number}
            onChange={setNumber}
            error={
              problem?.fields.some(({ pointer }) => pointer === '/number') && t('round.no_number')
            }
          />
        )}
        <Text className={classes.left} role="status">
          {t('round.dots_left', { left, budget: round.budget })}
        </Text>
        <ul className={classes.choices}>
          {round.choices.map(({ impact }) => (
            <li key={impact.id} className={classes.choice}>
              <span className={classes.title}>{impact.title}</span>
              <Stepper
                title={impact.title}
                count={dots[impact.id] ?? 0}
                mayAdd={left > 0}
                onChange={(by) => change(impact.id, by)}
              />
            </li>
          ))}
        </ul>
        {voted ? (
          <Alert role="alert" color="felt" icon={<Icon name="alert" />} title={t('round.voted')}>
            {t('round.voted_help')}
          </Alert>
        ) : (
          <ProblemAlert error={cast.error} />
        )}
        <Button
          type="submit"
          size="lg"
          loading={cast.isPending}
          disabled={left === round.budget || (withNumber && number === '')}
        >
          {t('round.cast')}
        </Button>
      </Stack>
    </form>
  );
}
