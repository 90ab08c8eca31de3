import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';

export const Route = createFileRoute('/desk/places/$placeId/edit')({
  component: lazyRouteComponent(() => import('@/features/places/EditPlacePage'), 'EditPlacePage'),
});
