import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';

export const Route = createFileRoute('/_public/meeting')({
  component: lazyRouteComponent(
    () => import('@/features/meetings/link/MeetingLinkPage'),
    'MeetingLinkPage',
  ),
});
