/** What is to be forgotten when somebody leaves quickly. */
const memories = new Set<() => unknown>();

export function forgetOnLeaving(forget: () => unknown) {
  memories.add(forget);
  return () => memories.delete(forget);
}

let leaving = false;

/** Then nothing may ask whether to stay. */
export const isLeaving = () => leaving;

/** No longer than a glance: whoever is coming must find another page. */
const longestWait = 300;

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The router counts the entries that it made in this tab's history. */
const ownEntries = () => Number(window.history.state?.__TSR_index ?? 0);

async function backToFirstEntry() {
  const entries = ownEntries();
  if (entries === 0) return;
  const back = new Promise((resolve) =>
    window.addEventListener('popstate', resolve, { once: true, capture: true }),
  );
  window.history.go(-entries);
  await Promise.race([back, wait(longestWait)]);
}

/**
 * For whoever is being watched: the page goes dark at once, what it knew is forgotten, and another
 * page takes its place in the history, so that "back" does not return here.
 */
export async function leaveQuickly(harmless: string) {
  leaving = true;
  document.documentElement.style.display = 'none';
  document.title = '';
  const forgotten = Promise.allSettled([...memories].map((forget) => forget()));
  await Promise.race([forgotten, wait(longestWait)]);
  await backToFirstEntry();
  window.location.replace(harmless);
}
