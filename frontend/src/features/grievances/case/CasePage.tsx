import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { getGrievanceOptions } from '@/api/generated/@tanstack/react-query.gen';
import { ErrorState } from '@/ui/ErrorState';
import { Loading } from '@/ui/Loading';
import { RespondentCase } from './RespondentCase';
import { StaffCase } from './StaffCase';

const route = getRouteApi('/desk/grievances/$grievanceId');

export function CasePage() {
  const { grievanceId: id } = route.useParams();
  const { move } = route.useSearch();
  const { data, error, isPending, refetch } = useQuery(getGrievanceOptions({ path: { id } }));
  if (isPending) return <Loading />;
  if (!data) return <ErrorState error={error} onRetry={refetch} />;
  return data.audience === 'staff' ? (
    <StaffCase record={data} move={move} />
  ) : (
    <RespondentCase record={data} move={move} />
  );
}
