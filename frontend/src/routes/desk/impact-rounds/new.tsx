import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';

export const Route = createFileRoute('/desk/impact-rounds/new')({
  component: deskPage('impacts/rounds/NewRoundPage'),
});
