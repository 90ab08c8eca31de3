import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';

export const Route = createFileRoute('/desk/accounts/$accountId/')({
  component: deskPage('accounts/AccountPage'),
});
