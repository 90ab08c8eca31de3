import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';

export const Route = createFileRoute('/desk/sites/$siteId/edit')({
  component: lazyRouteComponent(() => import('@/features/sites/EditSitePage'), 'EditSitePage'),
});
