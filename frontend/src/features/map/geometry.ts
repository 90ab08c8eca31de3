import {
  type ExtendedFeatureCollection,
  type GeoGeometryObjects,
  geoMercator,
  geoPath,
} from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { PlaceCount } from '@/api/generated';
import oblasts from './oblasts.topo.json';

export const width = 960;
export const height = 480;

export type LonLat = [longitude: number, latitude: number];

const topology = oblasts as unknown as Topology<{ oblasts: GeometryCollection }>;
export const borders: ExtendedFeatureCollection = feature(topology, topology.objects.oblasts);

/** Around a few villages: room enough to know where in the country they are, in degrees. */
const margin = 0.12;

const corners = (points: LonLat[]): GeoGeometryObjects => ({
  type: 'MultiPoint',
  coordinates: points.flatMap(([longitude, latitude]) => [
    [longitude - margin, latitude - margin],
    [longitude + margin, latitude + margin],
  ]),
});

/** Fits the given points, or the whole country, into the picture. */
export function projectionTo(points: LonLat[]) {
  const frame: [[number, number], [number, number]] = [
    [12, 12],
    [width - 12, height - 12],
  ];
  return points.length > 0
    ? geoMercator().fitExtent(frame, corners(points))
    : geoMercator().fitExtent(frame, borders);
}

export const pathsIn = (projection: ReturnType<typeof geoMercator>) => {
  const path = geoPath(projection);
  return borders.features.map((oblast, index) => ({
    id: String(oblast.id ?? index),
    d: path(oblast) ?? '',
  }));
};

/** The area of a circle, not its width, grows with the count. */
export const radiusOf = (count: number, most: number) => 7 + 19 * Math.sqrt(count / most);

export interface Located extends PlaceCount {
  point: LonLat;
}

export const located = (counts: PlaceCount[]): Located[] =>
  counts.flatMap((each) => {
    const { longitude, latitude } = each;
    if (typeof longitude !== 'number' || typeof latitude !== 'number') return [];
    return [{ ...each, point: [longitude, latitude] as LonLat }];
  });

export interface Cluster {
  x: number;
  y: number;
  count: number;
  places: [Located, ...Located[]];
}

/** Nearer than this, circles would hide each other. */
const tooNear = 30;

/** Places that the picture can't hold apart become one circle around the place with most cases. */
export function clustersOf(places: Located[], projection: ReturnType<typeof geoMercator>) {
  const clusters: Cluster[] = [];
  for (const place of places.toSorted((a, b) => b.count - a.count)) {
    const [x, y] = projection(place.point) ?? [0, 0];
    const near = clusters.find((each) => Math.hypot(each.x - x, each.y - y) < tooNear);
    if (near) {
      near.places.push(place);
      near.count += place.count;
    } else {
      clusters.push({ x, y, count: place.count, places: [place] });
    }
  }
  return clusters;
}
