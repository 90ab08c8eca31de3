import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';

export const Route = createFileRoute('/desk/sites/$siteId/')({
  component: lazyRouteComponent(() => import('@/features/sites/SitePage'), 'SitePage'),
});
