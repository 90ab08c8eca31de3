import { useParams } from '@tanstack/react-router';
import { RecordQuery } from '@/ui/RecordQuery';
import { EditPlace } from './EditPlace';
import { placeQuery } from './placeQuery';

export function EditPlacePage() {
  const { placeId: id } = useParams({ from: '/desk/places/$placeId/edit' });
  return (
    <RecordQuery options={placeQuery(id)}>{(place) => <EditPlace place={place} />}</RecordQuery>
  );
}
