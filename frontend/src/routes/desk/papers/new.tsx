import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';

export const Route = createFileRoute('/desk/papers/new')({
  component: lazyRouteComponent(() => import('@/features/papers/pages'), 'NewBatchPage'),
});
