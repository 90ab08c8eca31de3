import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';

export const Route = createFileRoute('/desk/impacts/new')({
  component: deskPage('impacts/form/NewImpactPage'),
});
