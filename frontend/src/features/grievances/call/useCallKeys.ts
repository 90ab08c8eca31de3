import { useEffect, useEffectEvent } from 'react';

const fields = 'input:not([type="hidden"]), textarea, select';

/** Alt and a digit to a step's first field, Ctrl and Enter to save: both hands stay on the keyboard. */
export function useCallKeys(onSave: () => void) {
  const save = useEffectEvent(onSave);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const [, number] = event.code.match(/^(?:Digit|Numpad)([1-9])$/) ?? [];
      if (event.altKey && !event.ctrlKey && number) {
        const step = document.querySelector(`[data-step="${number}"]`);
        const checked = step?.querySelector<HTMLElement>('input:checked');
        const field = checked ?? step?.querySelector<HTMLElement>(fields);
        if (!field) return;
        event.preventDefault();
        field.focus();
        step?.scrollIntoView({ block: 'nearest' });
      }
      if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') {
        event.preventDefault();
        save();
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
