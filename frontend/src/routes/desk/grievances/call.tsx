import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';

export const Route = createFileRoute('/desk/grievances/call')({
  component: deskPage('grievances/call/CallPage'),
});
