import type { GrantApplication, PublicGrantCall } from '@/api/generated';
import type { Draft } from './draft';

/** What every part of the form is given. */
export interface PartProps {
  draft: Draft;
  /** What is another now, made of the draft as it is by then: a file takes its time to arrive. */
  onChange: (change: (draft: Draft) => Draft) => void;
  application: GrantApplication;
  call: PublicGrantCall;
  /** What the server says of single fields of what was sent last. */
  refused: Record<string, string>;
}
