import { Chip, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { countGrievancesOptions } from '@/api/generated/@tanstack/react-query.gen';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorState } from '@/ui/ErrorState';
import { Loading } from '@/ui/Loading';
import { useName } from '@/ui/names';
import { CasesHeader } from '../CasesHeader';
import { CaseMap } from './CaseMap';
import { CountsTable } from './CountsTable';
import type { LonLat } from './geometry';
import { useFocusAreas } from './useFocusAreas';

const country = 'country';
const wholeCountry: LonLat[] = [];

export function MapPage() {
  const { t } = useTranslation('cases');
  const name = useName();
  const { data, error, isPending, refetch } = useQuery(countGrievancesOptions());
  const areas = useFocusAreas();
  const [zoom, setZoom] = useState(country);
  const [focus, setFocus] = useState(wholeCountry);
  const zoomToArea = (id: string) => {
    setZoom(id);
    setFocus(areas.find((area) => area.id === id)?.points ?? wholeCountry);
  };
  const zoomToPoints = (points: LonLat[]) => {
    setZoom('');
    setFocus(points);
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
      {data && data.by_place.length > 0 && (
        <>
          {areas.length > 0 && (
            <Chip.Group value={zoom} onChange={(chosen) => zoomToArea(String(chosen))}>
              <Group gap="xs" mb="sm" role="radiogroup" aria-label={t('map.zoom')} data-no-print>
                <Chip value={country}>{t('map.country')}</Chip>
                {areas.map((area) => (
                  <Chip key={area.id} value={area.id}>
                    {name(area.names)}
                  </Chip>
                ))}
              </Group>
            </Chip.Group>
          )}
          <CaseMap counts={data.by_place} focus={focus} onZoom={zoomToPoints} />
          <Text size="sm" c="dimmed" mt="xs">
            {t('map.sketch')} {t('map.source')}
          </Text>
          <CountsTable counts={data.by_place} />
        </>
      )}
    </>
  );
}
