import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';
import { impactFilters } from '@/features/impacts/filters';

export const Route = createFileRoute('/desk/impacts/')({
  validateSearch: impactFilters,
  component: lazyRouteComponent(() => import('@/features/impacts/list/ImpactsPage'), 'ImpactsPage'),
});
