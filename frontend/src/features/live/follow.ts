export interface RecordVersion {
  version: number;
}

interface Following<Changed extends RecordVersion> {
  open: (signal: AbortSignal) => Promise<AsyncIterable<Changed>>;
  changed: (change: Changed) => void;
  /** There is no stream now: what changed meanwhile has to be asked for. */
  unheard: () => void;
  signal: AbortSignal;
}

/** Between two streams; where a proxy cuts each at once, it is how often is asked instead. */
export const pause = 15_000;

const wait = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, pause);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });

/** Follows stream after stream until it is told to stop. */
export async function follow<Changed extends RecordVersion>(following: Following<Changed>) {
  const { open, changed, unheard, signal } = following;
  while (!signal.aborted) {
    try {
      for await (const change of await open(signal)) changed(change);
    } catch {
      // Like a stream that ended: it is asked for again.
    }
    if (signal.aborted) return;
    unheard();
    await wait(signal);
  }
}
