import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';

export const Route = createFileRoute('/desk/impacts/$impactId/')({
  component: deskPage('impacts/record/ImpactPage'),
});
