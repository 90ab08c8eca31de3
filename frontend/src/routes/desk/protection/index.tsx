import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';

export const Route = createFileRoute('/desk/protection/')({
  component: deskPage('protection/ProtectionPage'),
});
