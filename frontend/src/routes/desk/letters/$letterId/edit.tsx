import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';

export const Route = createFileRoute('/desk/letters/$letterId/edit')({
  component: deskPage('letters/EditLetterPage'),
});
