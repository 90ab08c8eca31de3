import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';

export const Route = createFileRoute('/desk/impact-rounds/')({
  component: lazyRouteComponent(() => import('@/features/impacts/rounds/RoundsPage'), 'RoundsPage'),
});
