import { NativeSelect } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { State } from '@/api/generated';
import { countGrievancesOptions } from '@/api/generated/@tanstack/react-query.gen';
import { ErrorState } from '@/ui/ErrorState';
import { Loading } from '@/ui/Loading';
import { CasesHeader } from '../CasesHeader';
import { parseFilters } from '../filters';
import { ends, states } from '../vocabulary';
import classes from './Board.module.css';
import { BoardColumn } from './BoardColumn';

const from = '/desk/grievances/board';

/** Every state side by side where there is room, one at a time on a phone. */
export function BoardPage() {
  const { t } = useTranslation('cases');
  const counts = useQuery(countGrievancesOptions());
  const wide = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false });
  const countOf = (state: State) =>
    counts.data?.by_state.find((each) => each.state === state)?.count ?? 0;
  // Where work is done there is a column even without a case; an end that nothing came to is left out.
  const isShown = (state: State) => !ends.has(state) || countOf(state) > 0;
  return (
    <>
      <CasesHeader />
      {counts.isPending && <Loading />}
      {counts.isError && <ErrorState error={counts.error} onRetry={counts.refetch} />}
      {counts.isSuccess &&
        (wide ? (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
          <section className={classes.board} aria-label={t('board.scroll')} tabIndex={0}>
            {states.filter(isShown).map((state) => (
              <BoardColumn key={state} state={state} count={countOf(state)} />
            ))}
          </section>
        ) : (
          <OneColumn countOf={countOf} />
        ))}
    </>
  );
}

function OneColumn({ countOf }: { countOf: (state: State) => number }) {
  const { t } = useTranslation(['cases', 'grievances']);
  const navigate = useNavigate({ from });
  const first = states.find((state) => countOf(state) > 0) ?? 'submitted';
  const { state = first } = parseFilters(useSearch({ from }));
  return (
    <>
      <NativeSelect
        mb="md"
        label={t('board.column')}
        value={state}
        onChange={({ currentTarget }) =>
          navigate({ search: { state: currentTarget.value as State }, replace: true })
        }
        data={states.map((value) => ({
          value,
          label: `${t(`grievances:state.${value}`)} (${countOf(value)})`,
        }))}
      />
      <BoardColumn key={state} state={state} count={countOf(state)} />
    </>
  );
}
