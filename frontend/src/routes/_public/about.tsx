import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';

export const Route = createFileRoute('/_public/about')({
  component: lazyRouteComponent(() => import('@/features/welcome/AboutPage'), 'AboutPage'),
});
