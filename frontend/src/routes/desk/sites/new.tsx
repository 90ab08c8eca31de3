import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';

export const Route = createFileRoute('/desk/sites/new')({
  component: deskPage('sites/NewSitePage'),
});
