import { useParams } from '@tanstack/react-router';
import { getStakeholderOptions } from '@/api/generated/@tanstack/react-query.gen';
import { RecordQuery } from '@/ui/RecordQuery';
import { EditStakeholder } from './EditStakeholder';

export function EditStakeholderPage() {
  const { stakeholderId: id } = useParams({ from: '/desk/stakeholders/$stakeholderId/edit' });
  return (
    <RecordQuery options={getStakeholderOptions({ path: { id } })}>
      {(record) => <EditStakeholder record={record} />}
    </RecordQuery>
  );
}
