import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';
import { focusGroupFilters } from '@/features/focus-groups/filters';

export const Route = createFileRoute('/desk/focus-groups/')({
  validateSearch: focusGroupFilters,
  component: lazyRouteComponent(
    () => import('@/features/focus-groups/list/FocusGroupsPage'),
    'FocusGroupsPage',
  ),
});
