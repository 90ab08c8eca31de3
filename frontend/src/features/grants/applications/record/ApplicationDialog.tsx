import type { ComponentProps } from 'react';
import type { GrantApplication } from '@/api/generated';
import { MoveDialog } from '@/ui/forms/MoveDialog';
import { useKeepApplication, useReadApplicationAgain } from '../useKeepApplication';

type Move<Values extends Record<string, unknown>> = ComponentProps<
  typeof MoveDialog<Values, GrantApplication>
>;

interface Props<Values extends Record<string, unknown>>
  extends Omit<Move<Values>, 'onSaved' | 'onStale'> {
  application: GrantApplication;
  /** Once it was kept. */
  onDone?: () => unknown;
}

/** What every dialog of an application is given. */
export interface ApplicationMove {
  application: GrantApplication;
  onClose: () => void;
}

/** A move of an application. */
export function ApplicationDialog<Values extends Record<string, unknown>>({
  application,
  onDone,
  ...move
}: Props<Values>) {
  const keep = useKeepApplication();
  return (
    <MoveDialog
      {...move}
      onSaved={(saved) => {
        keep(saved);
        void onDone?.();
      }}
      onStale={useReadApplicationAgain(application.id)}
    />
  );
}
