import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';

export const Route = createFileRoute('/desk/stakeholders/$stakeholderId/')({
  component: deskPage('stakeholders/record/StakeholderPage'),
});
