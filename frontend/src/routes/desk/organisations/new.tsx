import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';

export const Route = createFileRoute('/desk/organisations/new')({
  component: deskPage('organisations/NewOrganisationPage'),
});
