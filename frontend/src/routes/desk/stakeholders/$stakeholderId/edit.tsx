import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';

export const Route = createFileRoute('/desk/stakeholders/$stakeholderId/edit')({
  component: lazyRouteComponent(
    () => import('@/features/stakeholders/form/EditStakeholderPage'),
    'EditStakeholderPage',
  ),
});
