import type { Message, SharedWith } from '@/api/generated';
import type { IconName } from '@/ui/Icon';

/** Where a message came from or went to; each has a colour, a sign and a word of its own. */
export type Side = 'from_reporter' | 'from_respondent' | `to_${SharedWith}`;

export const icons: Record<Side, IconName> = {
  from_reporter: 'person',
  from_respondent: 'building',
  to_reporter: 'person',
  to_respondent: 'building',
  to_programme: 'lock',
};

/** Outside the programme nothing says whom a message went to: it went to the reader. */
export function sideOf({ from, shared_with }: Pick<Message, 'from' | 'shared_with'>): Side {
  switch (from) {
    case 'reporter':
      return 'from_reporter';
    case 'respondent':
      return 'from_respondent';
    case 'programme':
      return `to_${shared_with ?? 'respondent'}`;
  }
}
