import * as z from 'zod/mini';
import type { Engagement, EngagementChannel } from '@/api/generated';
import { zEngagementChange, zNewEngagement } from '@/api/generated/zod.gen';

export interface FollowUpValues {
  task: string;
  owner_id: string | null;
  due_on: string | null;
}

export interface EngagementValues extends Record<string, unknown> {
  programme_id: string;
  day: string | null;
  channel: EngagementChannel | null;
  by_id: string | null;
  summary: string;
  stakeholder_ids: string[];
  follow_up: FollowUpValues;
}

const noFollowUp: FollowUpValues = { task: '', owner_id: null, due_on: null };

export const noEngagement = (
  programme_id: string,
  by_id: string,
  day: string,
  stakeholder?: string,
): EngagementValues => ({
  programme_id,
  day,
  channel: null,
  by_id,
  summary: '',
  stakeholder_ids: stakeholder ? [stakeholder] : [],
  follow_up: noFollowUp,
});

export const engagementValues = (record: Engagement): EngagementValues => ({
  programme_id: record.programme_id,
  day: record.day,
  channel: record.channel,
  by_id: record.by.id,
  summary: record.summary,
  stakeholder_ids: record.stakeholders.map(({ id }) => id),
  follow_up: record.follow_up
    ? {
        task: record.follow_up.task,
        owner_id: record.follow_up.owner.id,
        due_on: record.follow_up.due_on,
      }
    : noFollowUp,
});

/** A follow-up that nobody touched is none; one that was begun has to be whole. */
export const followUpBody = (values: FollowUpValues) =>
  Object.values(values).every((value) => value === null || value === '') ? null : values;

export const newBody = ({ follow_up, ...rest }: EngagementValues) => ({
  ...rest,
  follow_up: followUpBody(follow_up),
});

const changeBody = ({ programme_id: _, follow_up, ...changes }: Partial<EngagementValues>) => ({
  ...changes,
  ...(follow_up && { follow_up: followUpBody(follow_up) }),
});

type NewBody = z.input<typeof zNewEngagement>;
type ChangeBody = z.input<typeof zEngagementChange>;

/** The API's rules, of the form's own values. */
export const zNewValues = z.pipe(
  z.transform((values) => newBody(values as EngagementValues) as NewBody),
  zNewEngagement,
);

export const zChangeValues = z.pipe(
  z.transform((values) => changeBody(values as Partial<EngagementValues>) as ChangeBody),
  zEngagementChange,
);
