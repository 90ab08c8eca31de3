import { toApiProblem } from '@/api/problem';
import { offline } from './database';
import { mayPass } from './outbox';

/**
 * A value of a record that somebody types where the network comes and goes. Unlike what waits in the
 * outbox, each takes the place of the one before: only the last is sent, over the version it was made from.
 */
export interface Kept<Value> {
  value: Value;
  /** The version that was read, and what it held. */
  base: number;
  before: Value;
  /** Whether it is to be sent, or still being written. */
  wanted: boolean;
}

export interface Port<Value, Saved extends { version: number }> {
  /** Of the record and of what of it: each has a place of its own. */
  name: string;
  held: (saved: Saved) => Value;
  send: (value: Value, base: { version: number }) => Promise<Saved>;
  load: () => Promise<Saved>;
  /** What of a value is sent, where some of it is only begun. */
  tidy?: (value: Value) => Value;
}

export type Outcome<Saved> =
  | { kind: 'nothing' }
  | { kind: 'saved'; saved: Saved }
  | { kind: 'later' }
  | { kind: 'signed_out' }
  | { kind: 'conflict'; theirs: Saved }
  | { kind: 'refused'; error: unknown };

export const sameValue = (one: unknown, other: unknown) =>
  JSON.stringify(one) === JSON.stringify(other);

export async function keptFor<Value>(name: string): Promise<Kept<Value> | undefined> {
  return (await (await offline()).get('drafts', name)) as Kept<Value> | undefined;
}

export async function keep<Value>(name: string, kept: Kept<Value>): Promise<void> {
  await (await offline()).put('drafts', kept, name);
}

export async function forget(name: string): Promise<void> {
  await (await offline()).delete('drafts', name);
}

export async function keptNames(prefix: string): Promise<string[]> {
  return (await (await offline()).getAllKeys('drafts')).filter((name) => name.startsWith(prefix));
}

/** What was typed while the answer was on its way stays, over the version that came back. */
async function settle<Value, Saved extends { version: number }>(
  port: Port<Value, Saved>,
  sent: Value,
  saved: Saved,
) {
  const store = (await offline()).transaction('drafts', 'readwrite').store;
  const now = (await store.get(port.name)) as Kept<Value> | undefined;
  if (!now || sameValue(now.value, sent)) await store.delete(port.name);
  else await store.put({ ...now, base: saved.version, before: port.held(saved) }, port.name);
  return now !== undefined && !sameValue(now.value, sent);
}

async function sendOnce<Value, Saved extends { version: number }>(
  port: Port<Value, Saved>,
  kept: Kept<Value>,
): Promise<Outcome<Saved> | 'again'> {
  try {
    const saved = await port.send(kept.value, { version: kept.base });
    return (await settle(port, kept.value, saved)) ? 'again' : { kind: 'saved', saved };
  } catch (error) {
    const { status } = toApiProblem(error);
    if (mayPass(status)) return { kind: 'later' };
    if (status === 401) return { kind: 'signed_out' };
    if (status !== 412) return { kind: 'refused', error };
  }
  return resolve(port, kept);
}

/** The record has another version: perhaps ours, whose answer was lost; perhaps one that changed something else. */
async function resolve<Value, Saved extends { version: number }>(
  port: Port<Value, Saved>,
  kept: Kept<Value>,
): Promise<Outcome<Saved> | 'again'> {
  let theirs: Saved;
  try {
    theirs = await port.load();
  } catch (error) {
    return mayPass(toApiProblem(error).status) ? { kind: 'later' } : { kind: 'refused', error };
  }
  const held = port.held(theirs);
  if (sameValue(held, port.tidy?.(kept.value) ?? kept.value)) {
    return (await settle(port, kept.value, theirs)) ? 'again' : { kind: 'saved', saved: theirs };
  }
  if (!sameValue(held, kept.before)) return { kind: 'conflict', theirs };
  const now = await keptFor<Value>(port.name);
  if (now) await keep(port.name, { ...now, base: theirs.version });
  return 'again';
}

/** Sends what is kept, if it is to be sent. Tabs take turns, so that none sends what another has sent. */
export function sendKept<Value, Saved extends { version: number }>(
  port: Port<Value, Saved>,
): Promise<Outcome<Saved>> {
  return navigator.locks.request('maslahat-kept', async () => {
    for (let tries = 0; tries < 5; tries += 1) {
      const kept = await keptFor<Value>(port.name);
      if (!kept?.wanted) return { kind: 'nothing' } as const;
      const outcome = await sendOnce(port, kept);
      if (outcome !== 'again') return outcome;
    }
    return { kind: 'later' } as const;
  });
}
