import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { listGrievancesInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import { useMay, useMe } from '@/features/identity/useMe';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorState } from '@/ui/ErrorState';
import { itemsOf, keyset } from '@/ui/keyset';
import { Loading } from '@/ui/Loading';
import { SelectionBar } from '../bulk/SelectionBar';
import { useSelection } from '../bulk/useSelection';
import { CasesHeader } from '../CasesHeader';
import { countOf, type Filters, parseFilters, queryOf } from '../filters';
import { SavedFilters } from '../saved/SavedFilters';
import { textOf } from '../saved/text';
import { FilterBar } from './FilterBar';
import { GrievanceItems } from './GrievanceItems';
import { ListSummary } from './ListSummary';
import { lookedThrough, MoreCases, totalOf } from './MoreCases';

const from = '/desk/grievances/';

export function GrievancesPage() {
  // With the words of the dialogs: waiting for them would hide the page, and lose the focus.
  const { t } = useTranslation(['cases', 'many', 'letters']);
  const filters = parseFilters(useSearch({ from }));
  const navigate = useNavigate({ from });
  const { id: ownId } = useMe();
  const query = { ...queryOf(filters, ownId), total: true };
  const cases = useInfiniteQuery({ ...listGrievancesInfiniteOptions({ query }), ...keyset });
  const items = itemsOf(cases.data?.pages);
  const stopped = lookedThrough(cases.data?.pages) !== undefined;
  const total = totalOf(cases.data?.pages);
  const selection = useSelection();
  const mayMoveMany = useMay('bulk_assign_grievances');
  // From what the address says by then: two changes may come faster than the page is drawn anew.
  const change = (to: (before: Filters) => Filters) => {
    selection.clear();
    return navigate({ search: (before) => to(parseFilters(before)), replace: true });
  };
  return (
    <>
      <CasesHeader />
      <SavedFilters filters={filters} />
      <FilterBar filters={filters} onChange={change} />
      <ListSummary total={total} shown={items.length} query={textOf(filters, ownId)} />
      {cases.isPending && <Loading />}
      {cases.isError && <ErrorState error={cases.error} onRetry={cases.refetch} />}
      {cases.isSuccess && items.length === 0 && !stopped && (
        <EmptyState icon="case" title={t(countOf(filters) > 0 ? 'empty.filtered' : 'empty.title')}>
          {t(countOf(filters) > 0 ? 'empty.filtered_help' : 'empty.help')}
        </EmptyState>
      )}
      <GrievanceItems items={items} selection={mayMoveMany ? selection : undefined} />
      <MoreCases cases={cases} />
      <SelectionBar selection={selection} query={query} total={total} />
    </>
  );
}
