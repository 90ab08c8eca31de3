import * as z from 'zod/mini';
import type { FocusGroup, FocusGroupKind, SpokenLanguage } from '@/api/generated';
import { zFocusGroupChange, zNewFocusGroup } from '@/api/generated/zod.gen';
import { toInstant, toLocal } from '../bishkek';

export interface PlanValues extends Record<string, unknown> {
  programme_id: string;
  kind: FocusGroupKind | null;
  title: string;
  place_id: string | null;
  site_id: string | null;
  /** Bishkek's day and time: `2026-06-15T10:00`. */
  starts_at: string;
  venue: string;
  facilitator_id: string | null;
  note_taker_id: string | null;
  languages: SpokenLanguage[];
  topic_guide: string;
  ground_rules: string;
  expected: { people: number | null; women: number | null; youth: number | null };
}

export const noPlan = (
  programme_id: string,
  facilitator_id: string,
  language: SpokenLanguage,
): PlanValues => ({
  programme_id,
  kind: null,
  title: '',
  place_id: null,
  site_id: null,
  starts_at: 'T10:00',
  venue: '',
  facilitator_id,
  note_taker_id: null,
  languages: [language],
  topic_guide: '',
  ground_rules: '',
  expected: { people: null, women: null, youth: null },
});

export const planValues = (group: FocusGroup): PlanValues => ({
  programme_id: group.programme_id,
  kind: group.kind,
  title: group.title,
  place_id: group.place.id,
  site_id: group.site?.id ?? null,
  starts_at: toLocal(group.starts_at),
  venue: group.venue,
  facilitator_id: group.facilitator.id,
  note_taker_id: group.note_taker?.id ?? null,
  languages: group.languages,
  topic_guide: group.topic_guide ?? '',
  ground_rules: group.ground_rules ?? '',
  expected: group.expected,
});

const filled = (text: string) => text.trim() || null;

const changeBody = ({ starts_at, topic_guide, ground_rules, ...rest }: Partial<PlanValues>) => ({
  ...rest,
  ...(starts_at !== undefined && { starts_at: toInstant(starts_at) }),
  ...(topic_guide !== undefined && { topic_guide: filled(topic_guide) }),
  ...(ground_rules !== undefined && { ground_rules: filled(ground_rules) }),
});

type NewBody = z.input<typeof zNewFocusGroup>;
type ChangeBody = z.input<typeof zFocusGroupChange>;

/** The API's rules, of the form's own values. */
export const zPlanValues = z.pipe(
  z.transform((values) => changeBody(values as PlanValues) as NewBody),
  zNewFocusGroup,
);

export const zPlanChange = z.pipe(
  z.transform((values) => changeBody(values as Partial<PlanValues>) as ChangeBody),
  zFocusGroupChange,
);
