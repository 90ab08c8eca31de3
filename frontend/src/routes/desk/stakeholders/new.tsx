import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';

export const Route = createFileRoute('/desk/stakeholders/new')({
  component: lazyRouteComponent(
    () => import('@/features/stakeholders/form/NewStakeholderPage'),
    'NewStakeholderPage',
  ),
});
