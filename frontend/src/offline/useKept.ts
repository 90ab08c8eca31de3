import { useCallback, useEffect, useRef, useState } from 'react';
import {
  forget,
  type Kept,
  keep,
  keptFor,
  type Outcome,
  type Port,
  sameValue,
  sendKept,
} from './kept';

export type Standing =
  | { kind: 'saved' }
  /** Typed, and on this device. */
  | { kind: 'here' }
  | { kind: 'sending' }
  | { kind: 'later' }
  | { kind: 'signed_out' }
  | { kind: 'refused'; error: unknown };

interface Options<Value, Saved extends { version: number }> {
  port: Port<Value, Saved>;
  record: Saved;
  /** Milliseconds after the last change; without it, sent when `send` is called. */
  sendAfter?: number;
  onSaved: (saved: Saved) => void;
}

const pause = 10_000;

/** A value that is on this device as soon as it is typed, and on the server as soon as there is a network. */
export function useKept<Value, Saved extends { version: number }>(options: Options<Value, Saved>) {
  const { port, record, sendAfter, onSaved } = options;
  const latest = useRef({ port, record, onSaved });
  // What came back from the server counts before the page has drawn it.
  const known = latest.current.record;
  latest.current = { port, onSaved, record: record.version > known.version ? record : known };
  const [value, setValue] = useState(() => port.held(record));
  const [standing, setStanding] = useState<Standing>({ kind: 'saved' });
  const [theirs, setTheirs] = useState<Saved>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const written = useRef<Promise<unknown>>(Promise.resolve());

  const take = useCallback((outcome: Outcome<Saved>) => {
    switch (outcome.kind) {
      case 'nothing': {
        // Another page of this browser has sent it.
        setStanding({ kind: 'saved' });
        const { port: from, onSaved: tell } = latest.current;
        return void from.load().then(tell, () => undefined);
      }
      case 'saved':
        latest.current.record = outcome.saved;
        setStanding({ kind: 'saved' });
        setTheirs(undefined);
        return latest.current.onSaved(outcome.saved);
      case 'conflict':
        setStanding({ kind: 'here' });
        return setTheirs(outcome.theirs);
      case 'refused':
        return setStanding({ kind: 'refused', error: outcome.error });
      case 'later':
      case 'signed_out':
        return setStanding({ kind: outcome.kind });
    }
  }, []);

  /** Sends what is here now, and says what came of it. */
  const trySend = useCallback(async (): Promise<Outcome<Saved>> => {
    clearTimeout(timer.current);
    await written.current;
    if (!(await keptFor(latest.current.port.name))?.wanted) return { kind: 'nothing' };
    setStanding({ kind: 'sending' });
    const outcome = await sendKept(latest.current.port);
    take(outcome);
    return outcome;
  }, [take]);

  const write = useCallback((next: Value, wanted: boolean, over?: Saved) => {
    const to = latest.current.port;
    setValue(next);
    setStanding({ kind: 'here' });
    written.current = written.current.then(async () => {
      const before = over ? undefined : await keptFor<Value>(to.name);
      const from = over ?? latest.current.record;
      const kept: Kept<Value> = before
        ? { ...before, value: next, wanted: wanted || before.wanted }
        : { value: next, base: from.version, before: to.held(from), wanted };
      await keep(to.name, kept);
    });
  }, []);

  useEffect(() => {
    const { port: from, record: read } = latest.current;
    void keptFor<Value>(from.name).then(async (kept) => {
      if (!kept) return;
      if (sameValue(kept.value, from.held(read))) return forget(from.name);
      setValue(kept.value);
      setStanding({ kind: 'here' });
      await trySend();
    });
  }, [trySend]);

  const isOpen = standing.kind === 'later' || standing.kind === 'signed_out';
  useEffect(() => {
    const again = () => void trySend();
    window.addEventListener('online', again);
    const every = isOpen ? setInterval(again, pause) : undefined;
    return () => {
      window.removeEventListener('online', again);
      clearInterval(every);
    };
  }, [isOpen, trySend]);

  // What waits for its time is sent at once when the page is left.
  useEffect(() => () => void trySend(), [trySend]);

  return {
    value,
    standing,
    change: (next: Value) => {
      write(next, sendAfter !== undefined);
      if (sendAfter === undefined) return;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void trySend(), sendAfter);
    },
    send: () => {
      write(value, true);
      return trySend();
    },
    trySend,
    conflict: theirs && {
      mine: value,
      theirs,
      keepMine: () => {
        write(value, true, theirs);
        setTheirs(undefined);
        return trySend();
      },
      takeTheirs: async () => {
        await written.current;
        await forget(port.name);
        setValue(port.held(theirs));
        setTheirs(undefined);
        setStanding({ kind: 'saved' });
        onSaved(theirs);
      },
    },
  };
}
