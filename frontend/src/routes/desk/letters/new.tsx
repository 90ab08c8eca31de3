import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';

export const Route = createFileRoute('/desk/letters/new')({
  component: lazyRouteComponent(() => import('@/features/letters/NewLetterPage'), 'NewLetterPage'),
});
