import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';
import { newEngagementSearch } from '@/features/engagements/filters';

export const Route = createFileRoute('/desk/engagements/new')({
  validateSearch: newEngagementSearch,
  component: lazyRouteComponent(
    () => import('@/features/engagements/form/NewEngagementPage'),
    'NewEngagementPage',
  ),
});
