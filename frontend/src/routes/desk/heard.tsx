import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';

export const Route = createFileRoute('/desk/heard')({
  component: deskPage('focus-groups/published/PublishedGroupsPage'),
});
