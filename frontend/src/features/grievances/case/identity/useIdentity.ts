import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { closeIdentity, getIdentity, type Identity } from '@/api/generated';
import {
  listIdentityGrantsOptions,
  listIdentityGrantsQueryKey,
} from '@/api/generated/@tanstack/react-query.gen';
import { useMe } from '@/features/identity/useMe';

/**
 * An identity while it is on the screen. It is asked for past the query cache and kept in this
 * component's state alone: when it is closed, or the page is left, nothing of it remains.
 */
export function useIdentity(caseId: string) {
  const me = useMe();
  const queries = useQueryClient();
  const [opened, setOpened] = useState<Identity>();
  const [error, setError] = useState<unknown>();
  const path = { id: caseId };
  const { data: grants } = useQuery(listIdentityGrantsOptions({ path }));
  const holds = grants?.items.find(
    ({ by, ends_at }) => by.id === me.id && Date.parse(ends_at) > Date.now(),
  );
  const reloadGrants = useCallback(
    () =>
      queries.invalidateQueries({ queryKey: listIdentityGrantsQueryKey({ path: { id: caseId } }) }),
    [queries, caseId],
  );

  const look = async () => {
    setError(undefined);
    try {
      setOpened((await getIdentity({ path, cache: 'no-store' })).data);
    } catch (failure) {
      setError(failure);
    }
    await reloadGrants();
  };

  const forget = useCallback(() => setOpened(undefined), []);
  const endsAt = opened?.ends_at;
  useEffect(() => {
    if (!endsAt) return;
    const timer = setTimeout(forget, Math.max(0, Date.parse(endsAt) - Date.now()));
    return () => clearTimeout(timer);
  }, [endsAt, forget]);

  const close = async () => {
    forget();
    try {
      await closeIdentity({ path });
    } catch (failure) {
      // It is off the screen; the grant ends by itself.
      setError(failure);
    }
    await reloadGrants();
  };

  return { opened, error, look, close, mayLookAgain: Boolean(holds) };
}
