import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';

export const Route = createFileRoute('/desk/organisations/$organisationId/edit')({
  component: lazyRouteComponent(
    () => import('@/features/organisations/EditOrganisationPage'),
    'EditOrganisationPage',
  ),
});
