interface Point {
  latitude?: number | null;
  longitude?: number | null;
}

/** Degrees as people copy them into a map, or nothing when the point is not known. */
export const pointText = ({ latitude, longitude }: Point): string | undefined =>
  typeof latitude === 'number' && typeof longitude === 'number'
    ? `${latitude}, ${longitude}`
    : undefined;
