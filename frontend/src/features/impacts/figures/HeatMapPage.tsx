import { Box, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { getImpactFiguresOptions } from '@/api/generated/@tanstack/react-query.gen';
import { useMay } from '@/features/identity/useMe';
import { PlacePicker } from '@/features/places/PlacePicker';
import { ErrorState } from '@/ui/ErrorState';
import { FilterSelect } from '@/ui/FilterSelect';
import { Loading } from '@/ui/Loading';
import { type ImpactFilters, impactFilters } from '../filters';
import { ImpactsHeader } from '../ImpactsHeader';
import { categories, directions, states } from '../vocabulary';
import { HeatMap } from './HeatMap';

const from = '/desk/impacts/heat-map';

/** What is grave and likely: what to talk of first. */
export function HeatMapPage() {
  const { t } = useTranslation(['impacts', 'cases', 'records']);
  const filters = impactFilters({ ...useSearch({ from }) });
  const navigate = useNavigate({ from });
  const isStaff = useMay('create_impact');
  const { place, state, category, direction, published } = filters;
  const query = isStaff
    ? { place_id: place, state, category, direction, published: published && published === 'yes' }
    : { place_id: place };
  const { data, error, isPending, refetch } = useQuery(getImpactFiguresOptions({ query }));
  const filter = (change: ImpactFilters) =>
    navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  return (
    <>
      <ImpactsHeader lead={t('impacts:heat.lead')} />
      <Box component="search" mb="md" data-no-print>
        <Group align="flex-end" gap="sm">
          <Box flex="1 1 14rem" maw={360}>
            <PlacePicker
              clearable
              label={t('impacts:place')}
              placeholder={t('records:all')}
              value={place ?? null}
              onChange={(chosen) => filter({ place: chosen ?? undefined })}
            />
          </Box>
          {isStaff && (
            <>
              <FilterSelect
                label={t('impacts:state_label')}
                choices={states.map((value) => ({ value, label: t(`impacts:state.${value}`) }))}
                value={state}
                onChange={(chosen) => filter({ state: chosen })}
              />
              <FilterSelect
                label={t('impacts:category_label')}
                choices={categories.map((value) => ({
                  value,
                  label: t(`cases:category.${value}`),
                }))}
                value={category}
                onChange={(chosen) => filter({ category: chosen })}
              />
              <FilterSelect
                label={t('impacts:direction_label')}
                choices={directions.map((value) => ({
                  value,
                  label: t(`impacts:direction.${value}`),
                }))}
                value={direction}
                onChange={(chosen) => filter({ direction: chosen })}
              />
            </>
          )}
        </Group>
      </Box>
      {isPending && <Loading />}
      {error && <ErrorState error={error} onRetry={refetch} />}
      {data && (
        <>
          <Text role="status" c="dimmed" mb="sm">
            {data.exact ? t('impacts:heat.total', { count: data.total ?? 0 }) : t('impacts:coarse')}
          </Text>
          <HeatMap cells={data.cells} filters={filters} exact={data.exact} />
          <Text size="sm" c="dimmed" mt="sm">
            {t('impacts:heat.legend')}
          </Text>
        </>
      )}
    </>
  );
}
