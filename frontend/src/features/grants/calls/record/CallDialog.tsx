import type { ComponentProps } from 'react';
import type { GrantCall } from '@/api/generated';
import { MoveDialog } from '@/ui/forms/MoveDialog';
import { useKeepCall, useReadCallAgain } from '../useKeepCall';

type Move<Values extends Record<string, unknown>> = ComponentProps<
  typeof MoveDialog<Values, GrantCall>
>;

interface Props<Values extends Record<string, unknown>>
  extends Omit<Move<Values>, 'onSaved' | 'onStale'> {
  call: GrantCall;
}

/** What every dialog of a call is given. */
export interface CallMove {
  call: GrantCall;
  onClose: () => void;
}

/** A move of a call. */
export function CallDialog<Values extends Record<string, unknown>>({
  call,
  ...move
}: Props<Values>) {
  const keep = useKeepCall();
  return (
    <MoveDialog
      {...move}
      onSaved={(saved) => void keep(saved)}
      onStale={useReadCallAgain(call.id)}
    />
  );
}
