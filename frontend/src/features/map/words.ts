import type { LinkProps } from '@tanstack/react-router';

/** What a map counts, in words, and where the list of a place is. */
export interface MapWords {
  label: string;
  count: string;
  circle: (place: string, count: number) => string;
  cluster: (count: number) => string;
  listOf: (place: string) => Pick<LinkProps, 'to' | 'search'>;
}
