import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Names } from '@/api/generated';
import { listProgrammesOptions } from '@/api/generated/@tanstack/react-query.gen';
import { intakeQuery } from '@/features/intake/intakeQuery';
import type { LonLat } from './geometry';

export interface FocusArea {
  id: string;
  names: Names;
  points: LonLat[];
}

/** Where the programmes work, with the points of the places they name. */
export function useFocusAreas(): FocusArea[] {
  const { data: programmes } = useQuery(listProgrammesOptions());
  const { data: intake } = useQuery(intakeQuery);
  return useMemo(() => {
    const points = new Map(
      intake?.places.map(({ id, longitude, latitude }) => [id, [longitude, latitude]]),
    );
    const known = (point: unknown[] | undefined): point is LonLat =>
      typeof point?.[0] === 'number' && typeof point[1] === 'number';
    return (programmes?.items ?? [])
      .filter(({ status }) => status === 'running')
      .flatMap(({ focus_areas }) => focus_areas)
      .map(({ id, names, place_ids }) => ({
        id,
        names,
        points: place_ids.map((place) => points.get(place)).filter(known),
      }))
      .filter((area) => area.points.length > 0);
  }, [programmes, intake]);
}
