import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';

export const Route = createFileRoute('/desk/papers/$batchId')({
  component: lazyRouteComponent(() => import('@/features/papers/pages'), 'BatchPage'),
});
