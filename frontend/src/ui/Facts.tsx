import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './Facts.module.css';

interface Fact {
  label: string;
  value: ReactNode;
}

/** What a record says, one named value under another; a value that is not there says so. */
export function Facts({ facts, none }: { facts: Fact[]; none: string }) {
  return (
    <dl className={classes.facts}>
      {facts.map(({ label, value }) => (
        <div key={label} className={classes.fact}>
          <Text component="dt" c="dimmed" size="sm">
            {label}
          </Text>
          <dd>
            {value || (
              <Text span c="dimmed">
                {none}
              </Text>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
