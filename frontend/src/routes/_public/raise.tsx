import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';

export const Route = createFileRoute('/_public/raise')({
  component: lazyRouteComponent(() => import('@/features/intake/RaisePage'), 'RaisePage'),
});
