import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';

export const Route = createFileRoute('/_public/my-case')({
  component: lazyRouteComponent(() => import('@/features/my-case/MyCasePage'), 'MyCasePage'),
});
