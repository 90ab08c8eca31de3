import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';

export const Route = createFileRoute('/desk/commitments/$commitmentId')({
  component: deskPage('commitments/record/CommitmentPage'),
});
