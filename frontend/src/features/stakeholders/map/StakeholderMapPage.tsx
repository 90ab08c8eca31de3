import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { countStakeholdersOptions } from '@/api/generated/@tanstack/react-query.gen';
import { CountsMap } from '@/features/map/CountsMap';
import type { MapWords } from '@/features/map/words';
import { paths } from '@/paths';
import { EmptyList } from '@/ui/EmptyList';
import { ErrorState } from '@/ui/ErrorState';
import { Loading } from '@/ui/Loading';
import {
  type StakeholderFilters as Filters,
  isNarrowed,
  queryOf,
  stakeholderFilters,
} from '../filters';
import { StakeholderFilters } from '../list/StakeholderFilters';
import { StakeholdersHeader } from '../StakeholdersHeader';

const from = '/desk/stakeholders/map';

/** Where they are, so that no valley is forgotten. */
export function StakeholderMapPage() {
  const { t } = useTranslation('stakeholders');
  const filters = stakeholderFilters({ ...useSearch({ from }) });
  const navigate = useNavigate({ from });
  const { sort: _, ...query } = queryOf(filters);
  const { data, error, isPending, refetch } = useQuery(countStakeholdersOptions({ query }));
  const words: MapWords = {
    label: t('map.label'),
    count: t('map.count'),
    circle: (place, count) => t('map.circle', { place, count }),
    cluster: (count) => t('map.cluster', { count }),
    listOf: (place) => ({ to: paths.stakeholders, search: { ...filters, place } }),
  };
  return (
    <>
      <StakeholdersHeader lead={t('map.lead')} filters={filters} />
      <StakeholderFilters
        unordered
        filters={filters}
        onChange={(change: Filters) =>
          navigate({ search: (before) => ({ ...before, ...change }), replace: true })
        }
        onClear={() => navigate({ search: {}, replace: true })}
      />
      {isPending && <Loading />}
      {error && <ErrorState error={error} onRetry={refetch} />}
      {data?.by_place.length === 0 && (
        <EmptyList
          filtered={isNarrowed(filters)}
          icon="pin"
          title={t('map.empty')}
          help={t('map.empty_help')}
        />
      )}
      {data && data.by_place.length > 0 && <CountsMap words={words} counts={data.by_place} />}
    </>
  );
}
