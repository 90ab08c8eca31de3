import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';
import { placeAbove } from '@/features/places/filters';

export const Route = createFileRoute('/desk/places/new')({
  validateSearch: placeAbove,
  component: lazyRouteComponent(() => import('@/features/places/NewPlacePage'), 'NewPlacePage'),
});
