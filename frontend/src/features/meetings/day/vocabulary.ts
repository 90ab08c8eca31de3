import type { DayNoteKind, MeetingSide } from '@/api/generated';

/** In the order in which people come from what they want to what they agree on. */
export const noteKinds: readonly DayNoteKind[] = ['position', 'interest', 'option', 'decision'];
/** Those who sit at the table most often come first. */
export const daySides: readonly MeetingSide[] = [
  'community',
  'company',
  'authority',
  'programme',
  'other',
];
