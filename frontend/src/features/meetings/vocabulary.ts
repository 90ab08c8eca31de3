import type {
  MeetingAnswer,
  MeetingKind,
  MeetingSide,
  MeetingState,
  MeetingVisibility,
} from '@/api/generated';

/** Named here: the checker's own lists would weigh on everybody's first download. */
export const states: readonly MeetingState[] = [
  'draft',
  'agenda_open',
  'invited',
  'confirmed',
  'held',
  'minutes_drafted',
  'minutes_approved',
  'closed',
  'postponed',
  'cancelled',
];
export const kinds: readonly MeetingKind[] = [
  'consultation_workshop',
  'company_workshop',
  'community_meeting',
  'authority_meeting',
  'site_visit',
];
export const sides: readonly MeetingSide[] = [
  'community',
  'company',
  'authority',
  'programme',
  'other',
];
export const answers: readonly MeetingAnswer[] = ['yes', 'maybe', 'no'];
export const visibilities: readonly MeetingVisibility[] = ['participants', 'public'];
