import { useParams } from '@tanstack/react-router';
import { getAccountOptions } from '@/api/generated/@tanstack/react-query.gen';
import { RecordQuery } from '@/ui/RecordQuery';
import { EditAccount } from './EditAccount';

export function EditAccountPage() {
  const { accountId: id } = useParams({ from: '/desk/accounts/$accountId/edit' });
  return (
    <RecordQuery options={getAccountOptions({ path: { id } })}>
      {(account) => <EditAccount account={account} />}
    </RecordQuery>
  );
}
