import { useMemo } from 'react';
import type { PlaceCount } from '@/api/generated';
import { clustersOf, height, type LonLat, located, pathsIn, projectionTo, width } from './geometry';
import { MapCircle } from './MapCircle';
import classes from './PlacesMap.module.css';
import type { MapWords } from './words';

interface Props {
  words: MapWords;
  counts: PlaceCount[];
  /** What to zoom to; nothing is the whole country. */
  focus: LonLat[];
  onZoom: (points: LonLat[]) => void;
}

/** A sketch without tiles: it needs no other host and works on a poor network. */
export function PlacesMap({ words, counts, focus, onZoom }: Props) {
  const projection = useMemo(() => projectionTo(focus), [focus]);
  const clusters = clustersOf(located(counts), projection);
  const most = Math.max(...clusters.map(({ count }) => count));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is no picture
    <svg
      viewBox={`0 0 ${width} ${height}`}
      className={classes.map}
      role="group"
      aria-label={words.label}
    >
      {pathsIn(projection).map(({ id, d }) => (
        <path key={id} d={d} className={classes.oblast} />
      ))}
      {clusters.map((cluster) => (
        <MapCircle
          key={cluster.places[0].place.id}
          words={words}
          cluster={cluster}
          most={most}
          onZoom={onZoom}
        />
      ))}
    </svg>
  );
}
