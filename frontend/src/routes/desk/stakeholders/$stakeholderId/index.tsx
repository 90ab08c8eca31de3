import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';

export const Route = createFileRoute('/desk/stakeholders/$stakeholderId/')({
  component: lazyRouteComponent(
    () => import('@/features/stakeholders/record/StakeholderPage'),
    'StakeholderPage',
  ),
});
