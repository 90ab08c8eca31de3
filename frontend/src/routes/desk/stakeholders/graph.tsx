import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';
import { graphFilters } from '@/features/stakeholders/graph/filters';

export const Route = createFileRoute('/desk/stakeholders/graph')({
  validateSearch: graphFilters,
  component: lazyRouteComponent(
    () => import('@/features/stakeholders/graph/GraphPage'),
    'GraphPage',
  ),
});
