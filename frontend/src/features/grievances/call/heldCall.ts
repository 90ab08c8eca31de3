import type { RecordValues } from '../record/recording';

interface Held {
  ownId: string;
  key: string;
  values: RecordValues;
}

/** In this tab's memory and nowhere else: what somebody told on the telephone is left on no computer. */
let held: Held | undefined;

export const holdCall = (call: Held) => {
  held = call;
};

/** The call that this person began in this tab; nobody else gets it, whoever signs in after them. */
export const heldCall = (ownId: string) => (held?.ownId === ownId ? held : undefined);

export const forgetCall = () => {
  held = undefined;
};
