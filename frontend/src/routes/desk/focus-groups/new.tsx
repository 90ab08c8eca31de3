import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';

export const Route = createFileRoute('/desk/focus-groups/new')({
  component: deskPage('focus-groups/form/NewFocusGroupPage'),
});
