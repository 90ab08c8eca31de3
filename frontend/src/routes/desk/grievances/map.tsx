import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';

export const Route = createFileRoute('/desk/grievances/map')({
  component: deskPage('grievances/map/MapPage'),
});
