import { useParams } from '@tanstack/react-router';
import { getProgrammeOptions } from '@/api/generated/@tanstack/react-query.gen';
import { RecordQuery } from '@/ui/RecordQuery';
import { EditProgramme } from './EditProgramme';

export function EditProgrammePage() {
  const { programmeId: id } = useParams({ from: '/desk/programmes/$programmeId/edit' });
  return (
    <RecordQuery options={getProgrammeOptions({ path: { id } })}>
      {(programme) => <EditProgramme programme={programme} />}
    </RecordQuery>
  );
}
