import { useEffect, useRef } from 'react';
import { mainId } from './SkipLink';

/** What was done in a dialog may take away the button that opened it: the page then has the focus. */
export function useKeptFocus(open: boolean, version: number) {
  const wasOpen = useRef(open);
  // biome-ignore lint/correctness/useExhaustiveDependencies: buttons come and go with the version
  useEffect(() => {
    wasOpen.current ||= open;
    if (wasOpen.current && !open && document.activeElement === document.body) {
      document.getElementById(mainId)?.focus({ preventScroll: true });
    }
  }, [open, version]);
}
