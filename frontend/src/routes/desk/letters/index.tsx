import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';

export const Route = createFileRoute('/desk/letters/')({
  component: deskPage('letters/LettersPage'),
});
