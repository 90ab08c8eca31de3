import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';
import { organisationFilters } from '@/features/organisations/filters';

export const Route = createFileRoute('/desk/organisations/')({
  validateSearch: organisationFilters,
  component: deskPage('organisations/OrganisationsPage'),
});
