import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';
import { placeFilters } from '@/features/places/filters';

export const Route = createFileRoute('/desk/places/')({
  validateSearch: placeFilters,
  component: lazyRouteComponent(() => import('@/features/places/PlacesPage'), 'PlacesPage'),
});
