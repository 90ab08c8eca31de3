import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';

export const Route = createFileRoute('/desk/grievances/record')({
  component: deskPage('grievances/record/RecordPage'),
});
