import type { ReactNode } from 'react';
import { Section } from '@/features/stakeholders/record/Section';
import classes from './Write.module.css';

interface Props {
  id: string;
  title: string;
  children: ReactNode;
}

/** A part of the form that the list of what is missing leads to. */
export function Part({ id, title, children }: Props) {
  return (
    <div id={id} tabIndex={-1} className={classes.part}>
      <Section title={title}>{children}</Section>
    </div>
  );
}
