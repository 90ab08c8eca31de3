import * as z from 'zod/mini';
import type { Meeting, MeetingKind, MeetingVisibility, SpokenLanguage } from '@/api/generated';
import { zMeetingChange, zNewMeeting } from '@/api/generated/zod.gen';
import { toInstant, toLocal } from '@/features/focus-groups/bishkek';

export interface MeetingValues extends Record<string, unknown> {
  programme_id: string;
  kind: MeetingKind;
  title: string;
  place_id: string | null;
  site_id: string | null;
  /** Bishkek's day and time: `2026-06-15T10:00`. */
  starts_at: string;
  ends_at: string;
  venue: string;
  facilitator_id: string;
  languages: SpokenLanguage[];
  interpreters: SpokenLanguage[];
  ground_rules: string;
  visibility: MeetingVisibility;
}

export const noMeeting = (
  programme_id: string,
  facilitator_id: string,
  language: SpokenLanguage,
): MeetingValues => ({
  programme_id,
  kind: 'consultation_workshop',
  title: '',
  place_id: null,
  site_id: null,
  starts_at: 'T10:00',
  ends_at: 'T12:00',
  venue: '',
  facilitator_id,
  languages: [language],
  interpreters: [],
  ground_rules: '',
  visibility: 'participants',
});

export const meetingValues = (meeting: Meeting): MeetingValues => ({
  programme_id: meeting.programme_id,
  kind: meeting.kind,
  title: meeting.title,
  place_id: meeting.place.id,
  site_id: meeting.site?.id ?? null,
  starts_at: toLocal(meeting.starts_at),
  ends_at: toLocal(meeting.ends_at),
  venue: meeting.venue ?? '',
  facilitator_id: meeting.facilitator.id,
  languages: meeting.languages,
  interpreters: meeting.interpreters,
  ground_rules: meeting.ground_rules ?? '',
  visibility: meeting.visibility,
});

const filled = (text: string) => text.trim() || null;

const bodyOf = ({ starts_at, ends_at, venue, ground_rules, ...rest }: MeetingValues) => ({
  ...rest,
  starts_at: toInstant(starts_at),
  ends_at: toInstant(ends_at),
  venue: filled(venue),
  ground_rules: filled(ground_rules),
});

/** A change has no programme, and of a meeting of which people were told no time. */
const changeOf = (values: MeetingValues, told: boolean) => {
  const { programme_id: _, starts_at, ends_at, ...rest } = bodyOf(values);
  return told ? rest : { ...rest, starts_at, ends_at };
};

type NewBody = z.input<typeof zNewMeeting>;
type ChangeBody = z.input<typeof zMeetingChange>;

/** The API's rules, of the form's own values. */
export const zMeetingValues = z.pipe(
  z.transform((values) => bodyOf(values as MeetingValues) as NewBody),
  zNewMeeting,
);

export const meetingChange = (told: boolean) =>
  z.pipe(
    z.transform((values) => changeOf(values as MeetingValues, told) as ChangeBody),
    zMeetingChange,
  );
