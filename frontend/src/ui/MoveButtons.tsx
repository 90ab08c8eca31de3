import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon } from './Icon';

interface Props<Name extends string> {
  label: string;
  names: readonly Name[];
  /** The one that leads on stands out. */
  first?: Name;
  nameOf: (name: Name) => string;
  onChoose: (name: Name) => void;
  /** What the button is called that prints the page, where there is one. */
  prints?: string;
  /** Buttons that do without a dialog; they come before the others. */
  children?: ReactNode;
}

/** The moves of a record, each of which opens its dialog. */
export function MoveButtons<Name extends string>(props: Props<Name>) {
  const { label, names, first, nameOf, onChoose, prints, children } = props;
  return (
    <Group gap="sm" role="group" aria-label={label} mb="lg" data-no-print>
      {children}
      {names.map((name) => (
        <Button
          key={name}
          variant={name === first ? 'filled' : 'default'}
          onClick={() => onChoose(name)}
        >
          {nameOf(name)}
        </Button>
      ))}
      {prints && (
        <Button
          variant="default"
          leftSection={<Icon name="print" />}
          onClick={() => window.print()}
        >
          {prints}
        </Button>
      )}
    </Group>
  );
}
