import type * as z from 'zod/mini';
import {
  acceptProtectionReferral,
  closeProtectionReferral,
  consentToProtectionReferral,
  noteProtectionReferral,
  type ProtectionReferral,
  refuseProtectionReferral,
  sendProtectionReferral,
  turnDownProtectionReferral,
  withdrawProtectionReferral,
} from '@/api/generated';
import { zConsentInput, zReferralClosing, zStepInput } from '@/api/generated/zod.gen';

export type StepField = 'how' | 'outcome' | 'note' | 'look_again_on';

interface Sending {
  path: { id: string };
  headers: { 'if-match': string };
  body: unknown;
}

interface Step {
  schema: z.ZodMiniType;
  fields: StepField[];
  send: (sending: Sending) => Promise<{ data: ProtectionReferral }>;
}

/** The schema has checked the body before it is sent, so its type is known. */
const step = <Body>(
  send: (sending: Omit<Sending, 'body'> & { body: Body }) => Promise<{ data: ProtectionReferral }>,
  schema: z.ZodMiniType<Body>,
  fields: StepField[],
): Step => ({ schema, fields, send: send as Step['send'] });

/** Every step by its operation, in the order of the path. Which may be made is said by `actions`. */
export const steps = {
  consent_to_protection_referral: step(consentToProtectionReferral, zConsentInput, ['how', 'note']),
  refuse_protection_referral: step(refuseProtectionReferral, zStepInput, ['note']),
  send_protection_referral: step(sendProtectionReferral, zStepInput, ['note', 'look_again_on']),
  accept_protection_referral: step(acceptProtectionReferral, zStepInput, ['note', 'look_again_on']),
  turn_down_protection_referral: step(turnDownProtectionReferral, zStepInput, ['note']),
  close_protection_referral: step(closeProtectionReferral, zReferralClosing, ['outcome', 'note']),
  note_protection_referral: step(noteProtectionReferral, zStepInput, ['note', 'look_again_on']),
  withdraw_protection_referral: step(withdrawProtectionReferral, zStepInput, ['note']),
} as const satisfies Record<string, Step>;

export type StepName = keyof typeof steps;

export const stepsOf = (actions: string[]) =>
  (Object.keys(steps) as StepName[]).filter((name) => actions.includes(name));
