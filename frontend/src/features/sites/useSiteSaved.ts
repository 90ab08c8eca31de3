import { useNavigate } from '@tanstack/react-router';
import type { Site } from '@/api/generated';
import { getSiteQueryKey, listSitesQueryKey } from '@/api/generated/@tanstack/react-query.gen';
import { useKeepRecord } from '@/api/useKeepRecord';
import { paths } from '@/paths';
import { useSavedNotice } from '@/ui/useSavedNotice';

export function useSiteSaved() {
  const keep = useKeepRecord();
  const navigate = useNavigate();
  const notice = useSavedNotice();
  return (saved: Site) => {
    const path = { id: saved.id };
    void keep(getSiteQueryKey({ path }), saved, listSitesQueryKey());
    notice();
    const params = { siteId: saved.id };
    return navigate({ to: paths.site, params, ignoreBlocker: true });
  };
}
