import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';

export const Route = createFileRoute('/desk/meetings/$meetingId/$part')({
  component: deskPage('meetings/MeetingPartPage'),
});
