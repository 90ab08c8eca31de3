import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';

export const Route = createFileRoute('/_public')({
  component: lazyRouteComponent(() => import('@/shell/PublicShell'), 'PublicShell'),
});
