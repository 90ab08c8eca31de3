import { useEffect, useEffectEvent } from 'react';

const times = 3;
const within = 2000;

/** Shift, three times in a row: quick to find without looking, and nothing that one types. */
export function useLeaveKeys(onLeave: () => void) {
  const leave = useEffectEvent(onLeave);
  useEffect(() => {
    let presses: number[] = [];
    const onKey = ({ key, repeat, timeStamp }: KeyboardEvent) => {
      if (repeat) return;
      presses = key === 'Shift' ? [...presses, timeStamp].slice(-times) : [];
      const [first] = presses;
      if (presses.length === times && first !== undefined && timeStamp - first <= within) leave();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
