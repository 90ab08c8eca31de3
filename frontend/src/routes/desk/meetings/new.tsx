import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';

export const Route = createFileRoute('/desk/meetings/new')({
  component: deskPage('meetings/form/NewMeetingPage'),
});
