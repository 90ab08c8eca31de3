import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';

export const Route = createFileRoute('/desk/api-keys/new')({
  component: deskPage('api-keys/NewApiKeyPage'),
});
