import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';

export const Route = createFileRoute('/_public/grants/$callId')({
  component: lazyRouteComponent(
    () => import('@/features/grants/public/PublicCallPage'),
    'PublicCallPage',
  ),
});
