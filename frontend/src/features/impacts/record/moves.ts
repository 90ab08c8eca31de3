import {
  addressImpact,
  dismissImpact,
  type Impact,
  prioritiseImpact,
  publishImpact,
  putImpactOnAgenda,
  returnImpact,
  validateImpact,
  withdrawImpactPublication,
} from '@/api/generated';

interface Sending {
  path: { id: string };
  headers: { 'if-match': string };
  body: { note: string };
}

type Send = (sending: Sending) => Promise<{ data: Impact }>;

/** The moves with a reason, in the order in which they come; the first that is allowed is what waits. */
const moves = {
  validate_impact: validateImpact,
  prioritise_impact: prioritiseImpact,
  put_impact_on_agenda: putImpactOnAgenda,
  address_impact: addressImpact,
  publish_impact: publishImpact,
  withdraw_impact_publication: withdrawImpactPublication,
  dismiss_impact: dismissImpact,
  return_impact: returnImpact,
} as const satisfies Record<string, Send>;

export type MoveName = keyof typeof moves;

/** Makes a move. */
export const make = (name: MoveName, sending: Sending) => (moves[name] as Send)(sending);

const names = Object.keys(moves) as MoveName[];

/** Those that an impact allows now. */
export const movesOf = ({ actions }: Pick<Impact, 'actions'>) =>
  names.filter((name) => actions.includes(name));

/** What takes something back is not the way on. */
export const leadsBack = (name: MoveName) =>
  name === 'dismiss_impact' || name === 'return_impact' || name === 'withdraw_impact_publication';
