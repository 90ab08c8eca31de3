import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';

export const Route = createFileRoute('/desk/grant-calls/new')({
  component: deskPage('grants/calls/form/NewGrantCallPage'),
});
