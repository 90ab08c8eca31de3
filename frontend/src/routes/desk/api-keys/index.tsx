import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';

export const Route = createFileRoute('/desk/api-keys/')({
  component: deskPage('api-keys/ApiKeysPage'),
});
