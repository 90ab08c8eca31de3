import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';
import { stakeholderFilters } from '@/features/stakeholders/filters';

export const Route = createFileRoute('/desk/stakeholders/')({
  validateSearch: stakeholderFilters,
  component: lazyRouteComponent(
    () => import('@/features/stakeholders/list/StakeholdersPage'),
    'StakeholdersPage',
  ),
});
