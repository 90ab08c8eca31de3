import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';

export const Route = createFileRoute('/desk/holidays/')({
  validateSearch: (search): { year?: number } => ({ year: Number(search.year) || undefined }),
  component: deskPage('holidays/HolidaysPage'),
});
