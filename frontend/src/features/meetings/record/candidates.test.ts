import { expect, test } from 'vitest';
import type { MeetingCandidate } from '@/api/generated';
import { zNewMeetingInvitation } from '@/api/generated/zod.gen';
import { candidateValue, invitationOf } from './candidates';

const id = '0190a1b2-0000-7000-8000-000000000000';
const names = { ky: 'Кен', ru: 'Рудник', en: 'Mine' };
const whole: MeetingCandidate = {
  account: null,
  organisation: { id, names },
  side: 'company',
  near: true,
  accounts: 2,
};

test('an organisation and its member are two candidates', () => {
  const member = { ...whole, account: { id, name: 'Асан' }, accounts: 1 };
  expect(invitationOf(candidateValue(whole))).toEqual({ organisation_id: id });
  expect(invitationOf(candidateValue(member))).toEqual({ account_id: id });
});

test('nobody chosen is refused before it is sent', () => {
  expect(zNewMeetingInvitation.safeParse(invitationOf(null)).success).toBe(false);
});
