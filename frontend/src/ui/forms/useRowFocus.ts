import { useEffect, useRef } from 'react';

/** Rows that come, go and change places: the one that was touched last has the focus, and without any their list has it. */
export function useRowFocus<List extends HTMLElement = HTMLDivElement>() {
  const list = useRef<List>(null);
  const wanted = useRef<number>(undefined);
  useEffect(() => {
    if (wanted.current === undefined) return;
    const rows = list.current?.querySelectorAll<HTMLElement>(':scope > [data-row]') ?? [];
    const row = rows[Math.min(wanted.current, rows.length - 1)] ?? list.current;
    wanted.current = undefined;
    row?.focus();
  });
  return {
    list,
    /** Once what was done is drawn. Of a row that was taken away, the next one has its place. */
    focusRow: (index: number) => {
      wanted.current = index;
    },
  };
}
