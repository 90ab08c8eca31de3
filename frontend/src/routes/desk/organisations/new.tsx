import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';

export const Route = createFileRoute('/desk/organisations/new')({
  component: lazyRouteComponent(
    () => import('@/features/organisations/NewOrganisationPage'),
    'NewOrganisationPage',
  ),
});
