import type { QueryClient } from '@tanstack/react-query';
import type { NotificationKind } from '@/api/generated';
import type { IconName } from '@/ui/Icon';

export const icons: Record<NotificationKind, IconName> = {
  case_assigned: 'person',
  reporter_wrote: 'mail',
  respondent_answered: 'chat',
  proposal_agreed: 'handshake',
  proposal_contested: 'alert',
  remedy_confirmed: 'check',
  case_appealed: 'flag',
  case_withdrawn: 'arrowLeft',
  case_reopened: 'case',
  closing_asked: 'lock',
  identity_opened: 'lock',
  identity_opened_in_a_case: 'lock',
  protection_alert: 'shield',
  deadline_near: 'clock',
  deadline_missed: 'alert',
  seat_in_committee: 'people',
  interests_declared: 'people',
  follow_up_given: 'clock',
  commitment_due: 'clock',
  commitment_overdue: 'alert',
  commitment_reported: 'search',
  commitment_rejected: 'alert',
  meeting_agenda_opened: 'people',
  meeting_invited: 'people',
  meeting_changed: 'flag',
  meeting_postponed: 'clock',
  meeting_rescheduled: 'clock',
  meeting_cancelled: 'alert',
  meeting_near: 'calendar',
  meeting_minutes_drafted: 'document',
  meeting_minutes_changed: 'document',
  meeting_minutes_approved: 'check',
  agenda_item_proposed: 'chat',
  agenda_item_decided: 'check',
  grant_application_submitted: 'document',
  grant_application_answered: 'document',
  grant_information_asked: 'chat',
  grant_application_eligible: 'check',
  grant_application_not_eligible: 'alert',
};

const dependent = new Set<unknown>(['listNotifications', 'countUnreadNotifications']);

/** The list and the bell. */
export const invalidateNotifications = (queries: QueryClient) =>
  queries.invalidateQueries({
    predicate: ({ queryKey: [key] }) => dependent.has((key as { _id?: string })._id),
  });
