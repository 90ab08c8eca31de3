import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';

export const Route = createFileRoute('/desk/grievances/workload')({
  component: deskPage('workload/WorkloadPage'),
});
