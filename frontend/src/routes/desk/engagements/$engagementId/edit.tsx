import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';

export const Route = createFileRoute('/desk/engagements/$engagementId/edit')({
  component: deskPage('engagements/form/EditEngagementPage'),
});
