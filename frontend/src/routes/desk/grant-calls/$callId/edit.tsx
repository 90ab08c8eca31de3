import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';

export const Route = createFileRoute('/desk/grant-calls/$callId/edit')({
  component: deskPage('grants/calls/form/EditGrantCallPage'),
});
