import type { Category, Channel, ClockState, Severity, State } from '@/api/generated';
import { zCategory, zClockState, zSeverity, zState } from '@/api/generated/zod.gen';

/** In the order of the API's document, which is the order of a case's life and of rising gravity. */
export const states: readonly State[] = zState.options;
/** A case in one of these has no deadline. */
export const ends: ReadonlySet<State> = new Set<State>([
  'resolved',
  'ineligible',
  'referred',
  'duplicate',
  'withdrawn',
  'closed_unresolved',
]);
export const categories: readonly Category[] = zCategory.options;
export const clockStates: readonly ClockState[] = zClockState.options;
export const severities: readonly Severity[] = zSeverity.options;

/** How somebody can reach the staff in person; the web channels enter by themselves. */
export const personalChannels = [
  'in_person',
  'phone',
  'letter',
  'sms',
] as const satisfies readonly Channel[];
