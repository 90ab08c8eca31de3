import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';

export const Route = createFileRoute('/desk/engagements/$engagementId/')({
  component: deskPage('engagements/record/EngagementPage'),
});
