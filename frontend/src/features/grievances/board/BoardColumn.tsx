import { Group, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sort, State } from '@/api/generated';
import { listGrievancesInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import { ErrorState } from '@/ui/ErrorState';
import { useFormats } from '@/ui/formats';
import { itemsOf, keyset } from '@/ui/keyset';
import { Loading } from '@/ui/Loading';
import { LoadMore } from '@/ui/LoadMore';
import { GrievanceCard } from '../list/GrievanceCard';
import cards from '../list/GrievanceCard.module.css';
import { ends } from '../vocabulary';
import classes from './Board.module.css';

/** An ended case has no deadline to sort by. */
const sortOf = (state: State): Sort => (ends.has(state) ? 'updated' : 'due');

interface Props {
  state: State;
  count: number;
}

export function BoardColumn({ state, count }: Props) {
  const { t } = useTranslation(['cases', 'grievances']);
  const { number } = useFormats();
  const id = useId();
  const query = { state, sort: sortOf(state), limit: 20 };
  const cases = useInfiniteQuery({
    ...listGrievancesInfiniteOptions({ query }),
    ...keyset,
    enabled: count > 0,
  });
  return (
    <section className={classes.column} aria-labelledby={id}>
      <Group justify="space-between" wrap="nowrap" mb="sm">
        <Title order={2} size="h3" id={id}>
          {t(`grievances:state.${state}`)}
        </Title>
        <Text c="dimmed">{number(count)}</Text>
      </Group>
      {count === 0 && <Text c="dimmed">{t('board.none')}</Text>}
      {cases.isLoading && <Loading />}
      {cases.isError && <ErrorState error={cases.error} onRetry={cases.refetch} />}
      <ul className={cards.cards}>
        {itemsOf(cases.data?.pages).map((summary) => (
          <GrievanceCard key={summary.id} summary={summary} />
        ))}
      </ul>
      <LoadMore {...cases} />
    </section>
  );
}
