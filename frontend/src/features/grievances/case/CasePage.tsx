import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import {
  getGrievanceOptions,
  getGrievanceQueryKey,
} from '@/api/generated/@tanstack/react-query.gen';
import { useLive } from '@/features/live/useLive';
import { ErrorState } from '@/ui/ErrorState';
import { Loading } from '@/ui/Loading';
import { RespondentCase } from './RespondentCase';
import { StaffCase } from './StaffCase';

const from = '/desk/grievances/$grievanceId';

export function CasePage() {
  const { grievanceId: id } = useParams({ from });
  const { move } = useSearch({ from });
  const { data, error, isPending, refetch } = useQuery(getGrievanceOptions({ path: { id } }));
  useLive('grievance', id, getGrievanceQueryKey({ path: { id } }));
  if (isPending) return <Loading />;
  if (!data) return <ErrorState error={error} onRetry={refetch} />;
  return data.audience === 'staff' ? (
    <StaffCase record={data} move={move} />
  ) : (
    <RespondentCase record={data} move={move} />
  );
}
