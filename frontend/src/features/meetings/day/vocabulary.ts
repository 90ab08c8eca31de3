import type { CountedBand, DayNoteKind, MeetingSide, Sex } from '@/api/generated';

/** In the order in which people come from what they want to what they agree on. */
export const noteKinds: readonly DayNoteKind[] = ['position', 'interest', 'option', 'decision'];
export const bands: readonly CountedBand[] = [
  'under14',
  'from14',
  'from18',
  'from25',
  'from36',
  'from60',
];
export const sexes: readonly Sex[] = ['female', 'male'];
/** Those who sit at the table most often come first. */
export const daySides: readonly MeetingSide[] = [
  'community',
  'company',
  'authority',
  'programme',
  'other',
];
