import type { MeetingCandidate, NewMeetingInvitation } from '@/api/generated';

/** One value for an account or an organisation, as a select takes it. */
export const candidateValue = ({ account, organisation }: MeetingCandidate) =>
  account ? `account:${account.id}` : `organisation:${organisation.id}`;

/** Whom such a value invites; without one an account that is missing, to be refused by the field's own rule. */
export function invitationOf(value: string | null): NewMeetingInvitation {
  const [kind, id = ''] = (value ?? '').split(':');
  return kind === 'organisation' ? { organisation_id: id } : { account_id: id };
}
