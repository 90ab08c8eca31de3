import { useNavigate } from '@tanstack/react-router';
import type { Place } from '@/api/generated';
import { getPlaceQueryKey, listPlacesQueryKey } from '@/api/generated/@tanstack/react-query.gen';
import { useKeepRecord } from '@/api/useKeepRecord';
import { paths } from '@/paths';
import { useSavedNotice } from '@/ui/useSavedNotice';

export function usePlaceSaved() {
  const keep = useKeepRecord();
  const navigate = useNavigate();
  const notice = useSavedNotice();
  return (saved: Place) => {
    const path = { id: saved.id };
    void keep(getPlaceQueryKey({ path }), saved, listPlacesQueryKey());
    notice();
    const params = { placeId: saved.id };
    return navigate({ to: paths.place, params, ignoreBlocker: true });
  };
}
