import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';

export const Route = createFileRoute('/desk/holidays/new')({
  component: lazyRouteComponent(
    () => import('@/features/holidays/NewHolidayPage'),
    'NewHolidayPage',
  ),
});
