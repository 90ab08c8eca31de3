import { ApiProblem } from '@/api/problem';
import type { Outcome } from '@/offline/kept';

/** What is submitted is all that was written: throws what keeps some of it on this device. */
export function expectWhole(outcome: Outcome<unknown>): void {
  switch (outcome.kind) {
    case 'saved':
    case 'nothing':
      return;
    case 'later':
      throw new ApiProblem({ status: 0, code: 'unreachable' });
    case 'signed_out':
      throw new ApiProblem({ status: 401, code: 'signed_out' });
    case 'conflict':
      throw new ApiProblem({ status: 412, code: 'stale' });
    case 'refused':
      throw outcome.error;
  }
}
