import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';

export const Route = createFileRoute('/desk/focus-groups/$focusGroupId/$part')({
  component: deskPage('focus-groups/FocusGroupPartPage'),
});
