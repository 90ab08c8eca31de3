import { useParams } from '@tanstack/react-router';
import { getOrganisationOptions } from '@/api/generated/@tanstack/react-query.gen';
import { RecordQuery } from '@/ui/RecordQuery';
import { EditOrganisation } from './EditOrganisation';

export function EditOrganisationPage() {
  const { organisationId: id } = useParams({ from: '/desk/organisations/$organisationId/edit' });
  return (
    <RecordQuery options={getOrganisationOptions({ path: { id } })}>
      {(organisation) => <EditOrganisation organisation={organisation} />}
    </RecordQuery>
  );
}
