import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';

export const Route = createFileRoute('/desk/papers/')({
  component: deskPage('papers/PapersPage'),
});
