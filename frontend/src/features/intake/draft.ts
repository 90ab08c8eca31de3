import type { Submission } from '@/api/generated/public';
import type { FieldMessage } from '@/api/problem';
import { publicRules } from '@/api/publicRules';
import { issuesOf } from '@/ui/forms/validation';

const allSteps = [
  'what',
  'where',
  'when',
  'wish',
  'who',
  'share',
  'contact',
  'photos',
  'check',
] as const;

export type Step = (typeof allSteps)[number];
export type Answers = Partial<Submission>;

export interface Draft {
  step: Step;
  answers: Answers;
  photos: Blob[];
  voice?: Blob;
}

export const maxPhotos = 6;

export const emptyDraft: Draft = { step: 'what', answers: {}, photos: [] };

export type DraftAction =
  | { type: 'restore'; draft: Draft }
  | { type: 'answer'; answers: Answers }
  | { type: 'go'; step: Step }
  | { type: 'next' }
  | { type: 'back' }
  | { type: 'add_photos'; photos: Blob[] }
  | { type: 'remove_photo'; index: number }
  | { type: 'say'; voice: Blob | undefined };

/** Nobody is asked for a name after saying that nobody may know it. */
export const stepsFor = ({ confidentiality }: Answers): Step[] =>
  allSteps.filter((step) => step !== 'contact' || confidentiality !== 'anonymous');

function withAnswers(before: Answers, given: Answers): Answers {
  const after = { ...before, ...given };
  if (after.confidentiality === 'anonymous') delete after.reporter;
  if (given.place_id && given.place_id !== before.place_id) delete after.site_id;
  return after;
}

function neighbour({ step, answers }: Draft, distance: 1 | -1): Step {
  const steps = stepsFor(answers);
  return steps[steps.indexOf(step) + distance] ?? step;
}

export function changeDraft(draft: Draft, action: DraftAction): Draft {
  switch (action.type) {
    case 'restore':
      return action.draft;
    case 'answer':
      return { ...draft, answers: withAnswers(draft.answers, action.answers) };
    case 'go':
      return { ...draft, step: action.step };
    case 'next':
      return { ...draft, step: neighbour(draft, 1) };
    case 'back':
      return { ...draft, step: neighbour(draft, -1) };
    case 'add_photos':
      return { ...draft, photos: [...draft.photos, ...action.photos].slice(0, maxPhotos) };
    case 'remove_photo':
      return { ...draft, photos: draft.photos.filter((_, index) => index !== action.index) };
    case 'say':
      return { ...draft, voice: action.voice };
  }
}

const fieldsOf: Record<Step, string[]> = {
  what: ['narrative'],
  where: ['place_id', 'site_id'],
  when: ['occurred_on'],
  wish: ['wish'],
  who: ['confidentiality'],
  share: ['share_with_community'],
  contact: ['reporter.name', 'reporter.contact'],
  photos: [],
  check: [],
};

/** What the API's own rules would object to in the answers of one step. */
export async function stepIssues(
  step: Step,
  { answers, voice }: Pick<Draft, 'answers' | 'voice'>,
): Promise<Record<string, FieldMessage>> {
  if (step === 'what' && voice && !answers.narrative?.trim()) return {};
  const issues = issuesOf(await publicRules.submission(), { narrative: '', ...answers });
  return Object.fromEntries(
    Object.entries(issues).filter(([field]) => fieldsOf[step].includes(field)),
  );
}

const filled = <T extends object>(record: T): T =>
  Object.fromEntries(
    Object.entries(record).filter(([, value]) => value !== undefined && value !== ''),
  ) as T;

/** What follows the grievance: photos and, if it was said, the voice. */
export const filesOf = ({ photos, voice }: Draft): Blob[] => (voice ? [...photos, voice] : photos);

const isPhoto = ({ type }: Blob) => type.startsWith('image/');

/** The other way round, for a grievance that comes back. */
export const withFiles = (files: Blob[]): Pick<Draft, 'photos' | 'voice'> => ({
  photos: files.filter(isPhoto),
  voice: files.find((file) => !isPhoto(file)),
});

/** The request's body: answers left empty are not sent. */
export function toRequest(answers: Answers, language: Submission['language']) {
  const reporter = filled(answers.reporter ?? {});
  const body = filled({ ...answers, reporter: undefined, language });
  return (Object.keys(reporter).length > 0 ? { ...body, reporter } : body) as Submission;
}
