import type { Names, Place, PlaceLevel } from '@/api/generated';
import { zPlaceLevel } from '@/api/generated/zod.gen';

/** The highest first. */
export const placeLevels: readonly PlaceLevel[] = zPlaceLevel.options;

export interface PlaceValues extends Record<string, unknown> {
  parent_id: string | null;
  level: PlaceLevel | null;
  code: string;
  names: Names;
  latitude: number | null;
  longitude: number | null;
}

export const noPlace = (parent: string | undefined): PlaceValues => ({
  parent_id: parent ?? null,
  level: null,
  code: '',
  names: { ky: '', ru: '', en: '' },
  latitude: null,
  longitude: null,
});

export const placeValues = (place: Place): PlaceValues => ({
  parent_id: place.parent_id ?? null,
  level: place.level,
  code: place.code,
  names: place.names,
  latitude: place.latitude ?? null,
  longitude: place.longitude ?? null,
});
