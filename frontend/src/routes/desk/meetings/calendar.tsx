import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';

interface CalendarSearch {
  month?: string;
  mine?: true;
}

export const Route = createFileRoute('/desk/meetings/calendar')({
  validateSearch: (search) => search as CalendarSearch,
  component: deskPage('meetings/calendar/MeetingCalendarPage'),
});
