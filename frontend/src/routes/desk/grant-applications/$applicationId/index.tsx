import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';

export const Route = createFileRoute('/desk/grant-applications/$applicationId/')({
  component: deskPage('grants/applications/record/GrantApplicationPage'),
});
