import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';

export const Route = createFileRoute('/desk/meetings/$meetingId/')({
  component: deskPage('meetings/record/MeetingPage'),
});
