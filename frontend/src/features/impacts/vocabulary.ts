import type {
  AffectedGroup,
  Category,
  ImpactBasis,
  ImpactDirection,
  ImpactExtent,
  ImpactSort,
  ImpactState,
} from '@/api/generated';

/** Named here: the checker's own lists would weigh on everybody's first download. */
export const states: readonly ImpactState[] = [
  'reported',
  'validated',
  'prioritised',
  'on_agenda',
  'addressed',
  'dismissed',
];
export const categories: readonly Category[] = [
  'water',
  'air_and_dust',
  'land_and_pasture',
  'health',
  'jobs_and_livelihoods',
  'roads_and_transport',
  'blasting_and_vibration',
  'culture_and_heritage',
  'security',
  'social_investment',
  'tax_and_local_budget',
  'other',
];
export const directions: readonly ImpactDirection[] = ['negative', 'positive'];
export const bases: readonly ImpactBasis[] = ['actual', 'feared'];
export const extents: readonly ImpactExtent[] = [
  'few_households',
  'village',
  'several_villages',
  'district',
  'region',
];
export const groups: readonly AffectedGroup[] = [
  'everybody',
  'women',
  'youth',
  'children',
  'elders',
  'herders',
  'farmers',
  'workers',
  'businesses',
  'people_with_disabilities',
  'other',
];
export const sorts: readonly ImpactSort[] = ['newest', 'gravest'];
/** Severity and likelihood, from little to much. */
export const degrees = [1, 2, 3, 4, 5] as const;
