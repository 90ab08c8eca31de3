import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';

export const Route = createFileRoute('/desk/invitations/new')({
  component: deskPage('invitations/NewInvitationPage'),
});
