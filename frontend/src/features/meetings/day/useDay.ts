import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { getMeetingDay, type MeetingDay } from '@/api/generated';
import {
  getMeetingDayOptions,
  getMeetingDayQueryKey,
} from '@/api/generated/@tanstack/react-query.gen';
import { toApiProblem } from '@/api/problem';
import { useMe } from '@/features/identity/useMe';
import { useLive } from '@/features/live/useLive';
import { discard, mayPass } from '@/offline/outbox';
import type { Standing } from '@/offline/useKept';
import { type DayEntry, fold } from './fold';
import { keptDayKey, keptDaysKey } from './keptDays';
import { type DayFields, entryOf, keep, keptOf, sendOf } from './outbox';

const pause = 10_000;

export type { DayFields } from './outbox';

const keptKey = (meeting: string, by: string) => [keptDayKey, meeting, by];

/** The tag of each answer: who names it is sent nothing as long as there is nothing new. */
const tags = new WeakMap<MeetingDay, string>();

async function readDay(queries: QueryClient, meeting: string, signal: AbortSignal) {
  const held = queries.getQueryData<MeetingDay>(getMeetingDayQueryKey({ path: { id: meeting } }));
  const tag = held && tags.get(held);
  try {
    const { data, response } = await getMeetingDay({
      path: { id: meeting },
      headers: tag ? { 'if-none-match': tag } : {},
      signal,
    });
    const given = response.headers.get('etag');
    if (given) tags.set(data, given);
    return data;
  } catch (error) {
    if (held && toApiProblem(error).status === 304) return held;
    throw error;
  }
}

const standingAfter = (error: unknown): Standing => {
  const { status } = toApiProblem(error);
  if (mayPass(status)) return { kind: 'later' };
  return status === 401 ? { kind: 'signed_out' } : { kind: 'refused', error };
};

/** What was noted of a day: on the server, and on this device as long as there is no network. */
export function useDay(meeting: string) {
  const queries = useQueryClient();
  const { id: by } = useMe();
  const server = useQuery({
    ...getMeetingDayOptions({ path: { id: meeting } }),
    queryFn: ({ signal }) => readDay(queries, meeting, signal),
    // An answer is known by what it is, not by what it says.
    structuralSharing: false,
  });
  useLive('meeting_day', meeting, getMeetingDayQueryKey({ path: { id: meeting } }));
  const { data: kept } = useQuery({
    queryKey: keptKey(meeting, by),
    queryFn: () => keptOf(meeting, by),
    networkMode: 'always',
    staleTime: 0,
  });
  const [standing, setStanding] = useState<Standing>({ kind: 'saved' });
  const [poked, setPoked] = useState(0);
  const sending = useRef(false);

  const again = useCallback(async () => {
    void queries.invalidateQueries({ queryKey: keptDaysKey });
    await queries.invalidateQueries({ queryKey: keptKey(meeting, by) });
  }, [queries, meeting, by]);

  const sync = useCallback(async () => {
    if (sending.current || (await keptOf(meeting, by)).waiting.length === 0) return;
    sending.current = true;
    let sent = false;
    setStanding({ kind: 'sending' });
    try {
      // It is shown as the server's before it leaves this device: nothing flickers, nothing counts twice.
      await sendOf(meeting, by, (there: DayEntry[]) =>
        queries.setQueryData<MeetingDay>(
          getMeetingDayQueryKey({ path: { id: meeting } }),
          (day) => day && { ...day, entries: [...day.entries, ...there] },
        ),
      );
      sent = true;
      setStanding({ kind: 'saved' });
      void queries.invalidateQueries({
        queryKey: getMeetingDayQueryKey({ path: { id: meeting } }),
      });
    } catch (error) {
      setStanding(standingAfter(error));
    } finally {
      sending.current = false;
      await again();
    }
    // What was noted while the batch was on its way.
    if (sent && (await keptOf(meeting, by)).waiting.length > 0) setPoked((n) => n + 1);
  }, [again, by, meeting, queries]);

  useEffect(() => {
    const timer = setTimeout(() => void sync(), poked === 0 ? 0 : 300);
    return () => clearTimeout(timer);
  }, [poked, sync]);

  const isOpen = standing.kind === 'later' || standing.kind === 'signed_out';
  useEffect(() => {
    const now = () => void sync();
    window.addEventListener('online', now);
    const every = isOpen ? setInterval(now, pause) : undefined;
    return () => {
      window.removeEventListener('online', now);
      clearInterval(every);
    };
  }, [isOpen, sync]);

  const pending = kept?.waiting;
  const entries = useMemo(
    () => [...(server.data?.entries ?? []), ...(pending ?? []).map(entryOf)],
    [server.data, pending],
  );
  const state = useMemo(() => fold(entries), [entries]);

  return {
    server,
    state,
    standing,
    waiting: pending?.length ?? 0,
    refused: kept?.refused ?? [],
    sync,
    /** Notes something; it is on this device when this is done. */
    note: async (fields: DayFields) => {
      await keep(meeting, by, fields);
      await again();
      setPoked((n) => n + 1);
    },
    /** Takes what the server did not accept off this device. */
    dismiss: async (id: string) => {
      await discard(id);
      await again();
    },
  };
}

export type Day = ReturnType<typeof useDay>;
