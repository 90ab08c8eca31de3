import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';

export const Route = createFileRoute('/desk/programmes/')({
  component: deskPage('programmes/ProgrammesPage'),
});
