import { Box, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import {
  getImpactFiguresOptions,
  listImpactsInfiniteOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import { SiteSelect } from '@/features/grievances/SiteSelect';
import { PlacePicker } from '@/features/places/PlacePicker';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorState } from '@/ui/ErrorState';
import { KeysetList } from '@/ui/KeysetList';
import { keyset } from '@/ui/keyset';
import { Loading } from '@/ui/Loading';
import { impactFilters } from '../filters';
import { ImpactsHeader } from '../ImpactsHeader';
import { useImpactColumns } from '../list/useImpactColumns';
import { CategoryTable } from './CategoryTable';
import { HeatMap } from './HeatMap';

const from = '/desk/impacts/here';

/** What people of a place, or around a site, say: the gravest first, and how much there is of what. */
export function HerePage() {
  const { t } = useTranslation(['impacts', 'records']);
  const { place, site } = impactFilters({ ...useSearch({ from }) });
  const navigate = useNavigate({ from });
  const where = { place_id: place, site_id: site };
  const figures = useQuery(getImpactFiguresOptions({ query: where }));
  const impacts = useInfiniteQuery({
    ...listImpactsInfiniteOptions({ query: { ...where, sort: 'gravest', limit: 10 } }),
    ...keyset,
  });
  return (
    <>
      <ImpactsHeader lead={t('impacts:here.lead')} />
      <Box component="search" mb="lg" data-no-print>
        <Group align="flex-end" gap="sm">
          <Box flex="1 1 14rem" maw={400}>
            <PlacePicker
              clearable
              label={t('impacts:place')}
              placeholder={t('records:all')}
              value={place ?? null}
              onChange={(chosen) =>
                navigate({ search: { place: chosen ?? undefined, site }, replace: true })
              }
            />
          </Box>
          <Box flex="1 1 14rem" maw={400}>
            <SiteSelect
              label={t('impacts:site')}
              placeholder={t('records:all')}
              value={site}
              onChange={(chosen) => navigate({ search: { place, site: chosen }, replace: true })}
            />
          </Box>
        </Group>
      </Box>
      <Stack gap="xl">
        {figures.isPending && <Loading />}
        {figures.isError && <ErrorState error={figures.error} onRetry={() => figures.refetch()} />}
        {figures.data && (
          <>
            {!figures.data.exact && <Text c="dimmed">{t('impacts:coarse')}</Text>}
            <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="xl">
              <section>
                <Title order={2} size="h3" mb="sm">
                  {t('impacts:here.by_category')}
                </Title>
                <CategoryTable figures={figures.data} />
                {figures.data.by_category.length === 0 && (
                  <Text>{t('impacts:here.too_little')}</Text>
                )}
              </section>
              <section>
                <Title order={2} size="h3" mb="sm">
                  {t('impacts:view.heat')}
                </Title>
                <HeatMap
                  cells={figures.data.cells}
                  filters={{ place, site }}
                  exact={figures.data.exact}
                />
              </section>
            </SimpleGrid>
          </>
        )}
        <section>
          <Title order={2} size="h3" mb="sm">
            {t('impacts:here.gravest')}
          </Title>
          <KeysetList
            query={impacts}
            label={t('impacts:here.gravest')}
            columns={useImpactColumns()}
            empty={<EmptyState icon="chat" title={t('impacts:here.nothing')} />}
          />
        </section>
      </Stack>
    </>
  );
}
