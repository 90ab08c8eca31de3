import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';

export const Route = createFileRoute('/desk/mandates/$mandateId')({
  component: deskPage('mandates/record/MandatePage'),
});
