import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';

export const Route = createFileRoute('/desk/impact-rounds/new')({
  component: lazyRouteComponent(
    () => import('@/features/impacts/rounds/NewRoundPage'),
    'NewRoundPage',
  ),
});
