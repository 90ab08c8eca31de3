import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';

interface CalendarSearch {
  month?: string;
  mine?: true;
}

export const Route = createFileRoute('/desk/grievances/calendar')({
  validateSearch: (search) => search as CalendarSearch,
  component: lazyRouteComponent(
    () => import('@/features/grievances/calendar/CalendarPage'),
    'CalendarPage',
  ),
});
