import { Fragment } from 'react';
import type { NewFocusArea } from '@/api/generated';
import { PlaceName } from '@/features/places/PlaceName';
import { useName } from '@/ui/names';

export function FocusAreasInWords({ areas }: { areas: NewFocusArea[] }) {
  const name = useName();
  return areas.map(({ names, place_ids }) => (
    <div key={JSON.stringify([names, place_ids])}>
      {name(names)}
      {': '}
      {place_ids.map((id, index) => (
        <Fragment key={id}>
          {index > 0 && ', '}
          <PlaceName id={id} />
        </Fragment>
      ))}
    </div>
  ));
}
