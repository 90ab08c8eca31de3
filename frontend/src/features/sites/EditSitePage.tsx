import { useParams } from '@tanstack/react-router';
import { getSiteOptions } from '@/api/generated/@tanstack/react-query.gen';
import { RecordQuery } from '@/ui/RecordQuery';
import { EditSite } from './EditSite';

export function EditSitePage() {
  const { siteId: id } = useParams({ from: '/desk/sites/$siteId/edit' });
  return (
    <RecordQuery options={getSiteOptions({ path: { id } })}>
      {(site) => <EditSite site={site} />}
    </RecordQuery>
  );
}
