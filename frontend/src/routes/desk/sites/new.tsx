import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';

export const Route = createFileRoute('/desk/sites/new')({
  component: lazyRouteComponent(() => import('@/features/sites/NewSitePage'), 'NewSitePage'),
});
