import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';

interface CaseSearch {
  /** The move whose form is to be open: the links of the first page name it. */
  move?: string;
}

export const Route = createFileRoute('/desk/grievances/$grievanceId')({
  validateSearch: (search) => search as CaseSearch,
  component: deskPage('grievances/case/CasePage'),
});
