import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';

interface EnterSearch {
  /** The number of a sheet; an address in a QR code has it. */
  sheet?: string | number;
}

export const Route = createFileRoute('/desk/papers/enter')({
  validateSearch: (search) => search as EnterSearch,
  component: deskPage('papers/EnterPage'),
});
