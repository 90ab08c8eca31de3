import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';

interface CalendarSearch {
  month?: string;
  mine?: true;
}

export const Route = createFileRoute('/desk/grievances/calendar')({
  validateSearch: (search) => search as CalendarSearch,
  component: deskPage('grievances/calendar/CalendarPage'),
});
