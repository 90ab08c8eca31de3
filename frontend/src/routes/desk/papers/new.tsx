import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';

export const Route = createFileRoute('/desk/papers/new')({
  component: deskPage('papers/NewBatchPage'),
});
