import { Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './Call.module.css';

interface Props {
  number: number;
  title: string;
  children: ReactNode;
}

/** A step of the call. Alt and its number lead to its first field. */
export function Step({ number, title, children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={classes.step} data-step={number}>
      <Title order={2} id={id} className={classes.heading}>
        <span className={classes.number} aria-hidden="true">
          {number}
        </span>
        {title}
      </Title>
      <div className={classes.fields}>{children}</div>
    </section>
  );
}
