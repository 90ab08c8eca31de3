import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';
import { engagementFilters } from '@/features/engagements/filters';

export const Route = createFileRoute('/desk/engagements/')({
  validateSearch: engagementFilters,
  component: lazyRouteComponent(
    () => import('@/features/engagements/list/EngagementsPage'),
    'EngagementsPage',
  ),
});
