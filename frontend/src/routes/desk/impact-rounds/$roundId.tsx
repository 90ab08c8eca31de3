import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';

export const Route = createFileRoute('/desk/impact-rounds/$roundId')({
  component: deskPage('impacts/rounds/RoundPage'),
});
