import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';
import { siteFilters } from '@/features/sites/filters';

export const Route = createFileRoute('/desk/sites/')({
  validateSearch: siteFilters,
  component: deskPage('sites/SitesPage'),
});
