import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { paths } from '@/paths';
import { useName } from '@/ui/names';
import classes from './CaseMap.module.css';
import { type Cluster, type LonLat, radiusOf } from './geometry';

interface Props {
  cluster: Cluster;
  most: number;
  onZoom: (points: LonLat[]) => void;
}

/** One place leads to its cases, several to a nearer look at them. */
export function MapCircle({ cluster: { x, y, count, places }, most, onZoom }: Props) {
  const { t } = useTranslation('cases');
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
        to={paths.grievances}
        search={{ place_id: place.id }}
        aria-label={t('map.circle', { place: name(place.names), count })}
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
      aria-label={t('map.cluster', { count })}
      className={classes.place}
      onClick={zoom}
      onKeyDown={({ key }) => (key === 'Enter' || key === ' ') && zoom()}
    >
      {circle}
    </g>
  );
}
