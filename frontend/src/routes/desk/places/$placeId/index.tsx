import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';

export const Route = createFileRoute('/desk/places/$placeId/')({
  component: lazyRouteComponent(() => import('@/features/places/PlacePage'), 'PlacePage'),
});
