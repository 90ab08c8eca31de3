import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';

export const Route = createFileRoute('/desk/organisations/$organisationId/')({
  component: lazyRouteComponent(
    () => import('@/features/organisations/OrganisationPage'),
    'OrganisationPage',
  ),
});
