import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';
import type { Filters } from '@/features/grievances/filters';

export const Route = createFileRoute('/desk/grievances/board')({
  validateSearch: (search) => search as Pick<Filters, 'state'>,
  component: deskPage('grievances/board/BoardPage'),
});
