import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';

export const Route = createFileRoute('/desk/grant-calls/$callId/')({
  component: deskPage('grants/calls/record/GrantCallPage'),
});
