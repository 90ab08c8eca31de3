import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';

interface EnterSearch {
  /** The number of a sheet; an address in a QR code has it. */
  sheet?: string | number;
}

export const Route = createFileRoute('/desk/papers/enter')({
  validateSearch: (search) => search as EnterSearch,
  component: lazyRouteComponent(() => import('@/features/papers/pages'), 'EnterPage'),
});
