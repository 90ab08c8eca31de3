import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';

export const Route = createFileRoute('/desk/stakeholders/doubles')({
  component: deskPage('stakeholders/doubles/DoublesPage'),
});
