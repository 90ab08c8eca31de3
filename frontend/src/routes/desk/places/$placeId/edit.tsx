import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';

export const Route = createFileRoute('/desk/places/$placeId/edit')({
  component: deskPage('places/EditPlacePage'),
});
