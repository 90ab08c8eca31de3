import { Link } from '@tanstack/react-router';
import { useName } from '@/ui/names';
import { type Cluster, type LonLat, radiusOf } from './geometry';
import classes from './PlacesMap.module.css';
import type { MapWords } from './words';

interface Props {
  words: MapWords;
  cluster: Cluster;
  most: number;
  onZoom: (points: LonLat[]) => void;
}

/** One place leads to its list, several to a nearer look at them. */
export function MapCircle({ words, cluster: { x, y, count, places }, most, onZoom }: Props) {
  const name = useName();
  const [{ place }, ...others] = places;
  const circle = (
    <>
      <circle cx={x} cy={y} r={radiusOf(count, most)} />
      <text x={x} y={y} dy="0.35em">
        {count}
      </text>
    </>
  );
  if (others.length === 0) {
    return (
      <Link
        {...words.listOf(place.id)}
        aria-label={words.circle(name(place.names), count)}
        className={classes.place}
      >
        {circle}
      </Link>
    );
  }
  const zoom = () => onZoom(places.map(({ point }) => point));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a picture has no buttons of its own
    <g
      role="button"
      tabIndex={0}
      aria-label={words.cluster(count)}
      className={classes.place}
      onClick={zoom}
      onKeyDown={({ key }) => (key === 'Enter' || key === ' ') && zoom()}
    >
      {circle}
    </g>
  );
}
