import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';

export const Route = createFileRoute('/desk/impact-rounds/$roundId')({
  component: lazyRouteComponent(() => import('@/features/impacts/rounds/RoundPage'), 'RoundPage'),
});
