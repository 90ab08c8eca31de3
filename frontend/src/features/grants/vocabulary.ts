import type {
  Currency,
  GrantApplicantKind,
  GrantCallPhase,
  GrantQuestionKind,
} from '@/api/generated/public';

export const phases: readonly GrantCallPhase[] = [
  'draft',
  'upcoming',
  'open',
  'closed',
  'withdrawn',
];

export const applicantKinds: readonly GrantApplicantKind[] = ['community_group', 'representative'];

/** What is asked beside whether somebody may apply. */
export const questionKinds: readonly GrantQuestionKind[] = [
  'text',
  'number',
  'yes_no',
  'choice',
  'file',
];

export const currencies: readonly Currency[] = ['KGS', 'USD', 'EUR'];
