import { useNavigate } from '@tanstack/react-router';
import type { Organisation } from '@/api/generated';
import {
  getOrganisationQueryKey,
  listOrganisationsQueryKey,
} from '@/api/generated/@tanstack/react-query.gen';
import { useKeepRecord } from '@/api/useKeepRecord';
import { paths } from '@/paths';
import { useSavedNotice } from '@/ui/useSavedNotice';

export function useOrganisationSaved() {
  const keep = useKeepRecord();
  const navigate = useNavigate();
  const notice = useSavedNotice();
  return (saved: Organisation) => {
    const path = { id: saved.id };
    void keep(getOrganisationQueryKey({ path }), saved, listOrganisationsQueryKey());
    notice();
    const params = { organisationId: saved.id };
    return navigate({ to: paths.organisation, params, ignoreBlocker: true });
  };
}
