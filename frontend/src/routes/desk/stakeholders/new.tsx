import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';

export const Route = createFileRoute('/desk/stakeholders/new')({
  component: deskPage('stakeholders/form/NewStakeholderPage'),
});
