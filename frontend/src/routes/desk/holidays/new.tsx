import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';

export const Route = createFileRoute('/desk/holidays/new')({
  component: deskPage('holidays/NewHolidayPage'),
});
