import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon';
import classes from './StateBadge.module.css';

export type Tone = 'waiting' | 'active' | 'attention' | 'done' | 'stopped';

interface Props {
  tone: Tone;
  icon: IconName;
  children: ReactNode;
}

/** A state by word, shape and colour, so that none of them has to carry it alone. */
export function StateBadge({ tone, icon, children }: Props) {
  return (
    <span className={classes.badge} data-tone={tone}>
      <Icon name={icon} size={16} />
      {children}
    </span>
  );
}
