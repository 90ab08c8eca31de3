import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';

export const Route = createFileRoute('/desk/focus-groups/$focusGroupId/')({
  component: deskPage('focus-groups/record/FocusGroupPage'),
});
