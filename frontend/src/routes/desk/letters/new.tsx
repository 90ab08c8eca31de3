import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';

export const Route = createFileRoute('/desk/letters/new')({
  component: deskPage('letters/NewLetterPage'),
});
