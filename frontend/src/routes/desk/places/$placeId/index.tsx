import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';

export const Route = createFileRoute('/desk/places/$placeId/')({
  component: deskPage('places/PlacePage'),
});
