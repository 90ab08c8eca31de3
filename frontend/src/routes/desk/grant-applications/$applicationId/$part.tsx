import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';

export const Route = createFileRoute('/desk/grant-applications/$applicationId/$part')({
  component: deskPage('grants/applications/GrantApplicationPartPage'),
});
