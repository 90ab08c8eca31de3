export type Detail =
  | { kind: 'state'; from: string; to: string }
  | { kind: 'account'; role: string; active: boolean }
  | { kind: 'words'; text: string };

/** What the program noted beside an entry, taken apart. */
export function readDetail(text: string): Detail {
  const [, from, to] = /^(\w+) -> (\w+)$/.exec(text) ?? [];
  if (from && to) return { kind: 'state', from, to };
  const [, role, active] = /^role (\w+), active (true|false)$/.exec(text) ?? [];
  if (role) return { kind: 'account', role, active: active === 'true' };
  return { kind: 'words', text };
}
