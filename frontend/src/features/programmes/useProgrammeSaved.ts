import { useNavigate } from '@tanstack/react-router';
import type { Programme } from '@/api/generated';
import {
  getProgrammeQueryKey,
  listProgrammesQueryKey,
} from '@/api/generated/@tanstack/react-query.gen';
import { useKeepRecord } from '@/api/useKeepRecord';
import { paths } from '@/paths';
import { useSavedNotice } from '@/ui/useSavedNotice';

export function useProgrammeSaved() {
  const keep = useKeepRecord();
  const navigate = useNavigate();
  const notice = useSavedNotice();
  return (saved: Programme) => {
    const path = { id: saved.id };
    void keep(getProgrammeQueryKey({ path }), saved, listProgrammesQueryKey());
    notice();
    const params = { programmeId: saved.id };
    return navigate({ to: paths.programme, params, ignoreBlocker: true });
  };
}
