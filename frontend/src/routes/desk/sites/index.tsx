import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';
import { siteFilters } from '@/features/sites/filters';

export const Route = createFileRoute('/desk/sites/')({
  validateSearch: siteFilters,
  component: lazyRouteComponent(() => import('@/features/sites/SitesPage'), 'SitesPage'),
});
