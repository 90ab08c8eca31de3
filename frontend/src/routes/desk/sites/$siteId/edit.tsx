import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';

export const Route = createFileRoute('/desk/sites/$siteId/edit')({
  component: deskPage('sites/EditSitePage'),
});
