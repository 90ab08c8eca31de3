import { Button } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from './ConfirmDialog';
import { ProblemAlert } from './ProblemAlert';

interface Props {
  label: string;
  /** What a screen reader calls it where a list has many of them. */
  fullLabel: string;
  title: string;
  consequences: string;
  mutation: { error: unknown; isPending: boolean };
  onConfirm: () => void;
}

/** A button for what can't be undone: it asks first, and says when it failed. */
export function ConfirmedButton(props: Props) {
  const { label, fullLabel, title, consequences, mutation, onConfirm } = props;
  const [asking, setAsking] = useState(false);
  return (
    <>
      <ProblemAlert error={mutation.error} />
      <Button
        size="sm"
        variant="default"
        aria-label={fullLabel}
        loading={mutation.isPending}
        onClick={() => setAsking(true)}
      >
        {label}
      </Button>
      {asking && (
        <ConfirmDialog
          title={title}
          consequences={consequences}
          confirmLabel={label}
          color="felt"
          onConfirm={() => {
            setAsking(false);
            onConfirm();
          }}
          onCancel={() => setAsking(false)}
        />
      )}
    </>
  );
}
