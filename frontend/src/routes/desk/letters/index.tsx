import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';

export const Route = createFileRoute('/desk/letters/')({
  component: lazyRouteComponent(() => import('@/features/letters/LettersPage'), 'LettersPage'),
});
