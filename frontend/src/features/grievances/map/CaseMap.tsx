import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlaceCount } from '@/api/generated';
import classes from './CaseMap.module.css';
import { clustersOf, height, type LonLat, located, pathsIn, projectionTo, width } from './geometry';
import { MapCircle } from './MapCircle';

interface Props {
  counts: PlaceCount[];
  /** What to zoom to; nothing is the whole country. */
  focus: LonLat[];
  onZoom: (points: LonLat[]) => void;
}

/** A sketch without tiles: it needs no other host and works on a poor network. */
export function CaseMap({ counts, focus, onZoom }: Props) {
  const { t } = useTranslation('cases');
  const projection = useMemo(() => projectionTo(focus), [focus]);
  const clusters = clustersOf(located(counts), projection);
  const most = Math.max(...clusters.map(({ count }) => count));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is no picture
    <svg
      viewBox={`0 0 ${width} ${height}`}
      className={classes.map}
      role="group"
      aria-label={t('map.label')}
    >
      {pathsIn(projection).map(({ id, d }) => (
        <path key={id} d={d} className={classes.oblast} />
      ))}
      {clusters.map((cluster) => (
        <MapCircle key={cluster.places[0].place.id} cluster={cluster} most={most} onZoom={onZoom} />
      ))}
    </svg>
  );
}
