import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlaceCount } from '@/api/generated';
import { paths } from '@/paths';
import { useName } from '@/ui/names';
import classes from './CaseMap.module.css';
import { height, type LonLat, located, pathsIn, projectionTo, radiusOf, width } from './geometry';

interface Props {
  counts: PlaceCount[];
  /** What to zoom to; nothing is the whole country. */
  focus: LonLat[];
}

/** A sketch without tiles: it needs no other host and works on a poor network. */
export function CaseMap({ counts, focus }: Props) {
  const { t } = useTranslation('cases');
  const name = useName();
  const projection = useMemo(() => projectionTo(focus), [focus]);
  const places = located(counts);
  const most = places[0]?.count ?? 1;
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
      {places.map(({ place, count, point }) => {
        const [x, y] = projection(point) ?? [0, 0];
        const label = t('map.circle', { place: name(place.names), count });
        return (
          <Link
            key={place.id}
            to={paths.grievances}
            search={{ place_id: place.id }}
            aria-label={label}
            className={classes.place}
          >
            <title>{label}</title>
            <circle cx={x} cy={y} r={radiusOf(count, most)} />
            <text x={x} y={y} dy="0.35em">
              {count}
            </text>
          </Link>
        );
      })}
    </svg>
  );
}
