import { useParams } from '@tanstack/react-router';
import { getGrantCallOptions } from '@/api/generated/@tanstack/react-query.gen';
import { RecordQuery } from '@/ui/RecordQuery';
import { EditGrantCall } from './EditGrantCall';

export function EditGrantCallPage() {
  const { callId: id } = useParams({ from: '/desk/grant-calls/$callId/edit' });
  return (
    <RecordQuery keepsShown options={getGrantCallOptions({ path: { id } })}>
      {(call) => <EditGrantCall call={call} />}
    </RecordQuery>
  );
}
