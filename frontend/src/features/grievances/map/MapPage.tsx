import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { countGrievancesOptions } from '@/api/generated/@tanstack/react-query.gen';
import { CountsMap } from '@/features/map/CountsMap';
import type { MapWords } from '@/features/map/words';
import { paths } from '@/paths';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorState } from '@/ui/ErrorState';
import { Loading } from '@/ui/Loading';
import { CasesHeader } from '../CasesHeader';

export function MapPage() {
  const { t } = useTranslation('cases');
  const { data, error, isPending, refetch } = useQuery(countGrievancesOptions());
  const words: MapWords = {
    label: t('map.label'),
    count: t('map.count'),
    circle: (place, count) => t('map.circle', { place, count }),
    cluster: (count) => t('map.cluster', { count }),
    listOf: (place) => ({ to: paths.grievances, search: { place_id: place } }),
  };
  return (
    <>
      <CasesHeader />
      {isPending && <Loading />}
      {error && <ErrorState error={error} onRetry={refetch} />}
      {data?.by_place.length === 0 && (
        <EmptyState icon="pin" title={t('empty.title')}>
          {t('empty.help')}
        </EmptyState>
      )}
      {data && data.by_place.length > 0 && <CountsMap words={words} counts={data.by_place} />}
    </>
  );
}
