import { Chip, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlaceCount } from '@/api/generated';
import { useName } from '@/ui/names';
import { CountsTable } from './CountsTable';
import type { LonLat } from './geometry';
import { PlacesMap } from './PlacesMap';
import { useFocusAreas } from './useFocusAreas';
import type { MapWords } from './words';

const country = 'country';
const wholeCountry: LonLat[] = [];

interface Props {
  words: MapWords;
  counts: PlaceCount[];
}

/** Counts on a map, with the areas to zoom to, and the same as a table. */
export function CountsMap({ words, counts }: Props) {
  const { t } = useTranslation('map');
  const name = useName();
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
      {areas.length > 0 && (
        <Chip.Group value={zoom} onChange={(chosen) => zoomToArea(String(chosen))}>
          <Group gap="xs" mb="sm" role="radiogroup" aria-label={t('zoom')} data-no-print>
            <Chip value={country}>{t('country')}</Chip>
            {areas.map((area) => (
              <Chip key={area.id} value={area.id}>
                {name(area.names)}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      )}
      <PlacesMap words={words} counts={counts} focus={focus} onZoom={zoomToPoints} />
      <Text size="sm" c="dimmed" mt="xs">
        {t('sketch')} {t('source')}
      </Text>
      <CountsTable words={words} counts={counts} />
    </>
  );
}
