import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';

export const Route = createFileRoute('/desk/grievances/map')({
  component: lazyRouteComponent(() => import('@/features/grievances/map/MapPage'), 'MapPage'),
});
