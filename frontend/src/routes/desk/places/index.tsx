import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';
import { placeFilters } from '@/features/places/filters';

export const Route = createFileRoute('/desk/places/')({
  validateSearch: placeFilters,
  component: deskPage('places/PlacesPage'),
});
