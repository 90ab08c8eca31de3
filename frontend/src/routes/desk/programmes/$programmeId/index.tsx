import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';

export const Route = createFileRoute('/desk/programmes/$programmeId/')({
  component: deskPage('programmes/ProgrammePage'),
});
