import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';

export const Route = createFileRoute('/desk/agreements/$agreementId')({
  component: deskPage('agreements/record/AgreementPage'),
});
