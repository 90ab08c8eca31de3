import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';
import { placeAbove } from '@/features/places/filters';

export const Route = createFileRoute('/desk/places/new')({
  validateSearch: placeAbove,
  component: deskPage('places/NewPlacePage'),
});
