import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';

export const Route = createFileRoute('/desk/papers/')({
  component: lazyRouteComponent(() => import('@/features/papers/pages'), 'PapersPage'),
});
