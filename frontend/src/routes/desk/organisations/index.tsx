import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';
import { organisationFilters } from '@/features/organisations/filters';

export const Route = createFileRoute('/desk/organisations/')({
  validateSearch: organisationFilters,
  component: lazyRouteComponent(
    () => import('@/features/organisations/OrganisationsPage'),
    'OrganisationsPage',
  ),
});
