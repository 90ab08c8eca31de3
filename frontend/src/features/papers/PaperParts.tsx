import type { ReactNode } from 'react';
import classes from './PaperForm.module.css';

/** A question with lines to write on. */
export function Lines({ label, count, grows }: { label: string; count: number; grows?: boolean }) {
  return (
    <div className={classes.lines} data-grows={grows}>
      <span>{label}</span>
      {Array.from({ length: count }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike
        <div key={line} className={classes.line} />
      ))}
    </div>
  );
}

/** A box to put a cross into. */
export function Box({ children }: { children: ReactNode }) {
  return (
    <p className={classes.box}>
      <span className={classes.square} aria-hidden="true" />
      <span>{children}</span>
    </p>
  );
}
