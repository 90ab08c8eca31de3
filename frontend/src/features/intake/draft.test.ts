import { expect, test } from 'vitest';
import {
  type Answers,
  changeDraft,
  type Draft,
  type DraftAction,
  emptyDraft,
  filesOf,
  maxPhotos,
  stepIssues,
  stepsFor,
  toRequest,
  withFiles,
} from './draft';

const run = (...actions: DraftAction[]): Draft => actions.reduce(changeDraft, emptyDraft);
const answer = (answers: Answers): DraftAction => ({ type: 'answer', answers });
const place_id = '0193a000-0000-7000-8000-000000000001';
const site_id = '0193a000-0000-7000-8000-000000000002';

test('the questions come one after the other and stop at the ends', () => {
  expect(run({ type: 'back' }).step).toBe('what');
  expect(run({ type: 'next' }, { type: 'next' }).step).toBe('when');
  expect(run({ type: 'go', step: 'check' }, { type: 'next' }).step).toBe('check');
});

test('whoever wants to stay unknown is not asked for a contact', () => {
  const unknown = run(answer({ confidentiality: 'anonymous' }), { type: 'go', step: 'who' });
  expect(changeDraft({ ...unknown, step: 'share' }, { type: 'next' }).step).toBe('photos');
  expect(stepsFor({ confidentiality: 'named' })).toContain('contact');
});

test('turning anonymous forgets the name that was typed before', () => {
  const draft = run(
    answer({ confidentiality: 'named', reporter: { name: 'Aigul', contact: '0555' } }),
    answer({ confidentiality: 'anonymous' }),
  );
  expect(draft.answers.reporter).toBeUndefined();
});

test('another place forgets the site, the same place keeps it', () => {
  const chosen = run(answer({ place_id }), answer({ site_id }));
  expect(changeDraft(chosen, answer({ place_id })).answers.site_id).toBe(site_id);
  const elsewhere = changeDraft(chosen, answer({ place_id: site_id }));
  expect(elsewhere.answers.site_id).toBeUndefined();
});

test('photos are kept up to the limit and can be taken out', () => {
  const photos = Array.from({ length: maxPhotos + 2 }, (_, index) => new Blob([String(index)]));
  const draft = run({ type: 'add_photos', photos });
  expect(draft.photos).toEqual(photos.slice(0, maxPhotos));
  const fewer = changeDraft(draft, { type: 'remove_photo', index: 0 });
  expect(fewer.photos[0]).toBe(photos[1]);
});

test('a step objects to its own missing answers only', async () => {
  expect(await stepIssues('what', { answers: {} })).toEqual({ narrative: 'field.required' });
  expect(await stepIssues('where', { answers: {} })).toEqual({ place_id: 'field.required' });
  expect(await stepIssues('wish', { answers: {} })).toEqual({});
  expect(await stepIssues('what', { answers: { narrative: 'Dust on the road' } })).toEqual({});
});

test('who says it need not write it, and too few words are still too few', async () => {
  const voice = new Blob(['a'], { type: 'audio/webm' });
  expect(await stepIssues('what', { answers: {}, voice })).toEqual({});
  expect(await stepIssues('what', { answers: { narrative: ' ' }, voice })).toEqual({});
  const few = { answers: { narrative: 'Dust' }, voice };
  expect(await stepIssues('what', few)).toEqual({ narrative: 'field.too_short' });
});

test('files go out in one list and come back as what they were', () => {
  const photo = new Blob(['a'], { type: 'image/jpeg' });
  const voice = new Blob(['b'], { type: 'audio/mp4' });
  const draft = run({ type: 'add_photos', photos: [photo] }, { type: 'say', voice });
  expect(filesOf(draft)).toEqual([photo, voice]);
  expect(withFiles(filesOf(draft))).toEqual({ photos: [photo], voice });
  expect(filesOf(changeDraft(draft, { type: 'say', voice: undefined }))).toEqual([photo]);
});

test('empty answers are left out of the request', () => {
  const answers: Answers = {
    narrative: 'Dust',
    place_id,
    confidentiality: 'confidential',
    wish: '',
    reporter: { name: '', contact: '0555' },
  };
  expect(toRequest(answers, 'ky')).toEqual({
    narrative: 'Dust',
    place_id,
    confidentiality: 'confidential',
    language: 'ky',
    reporter: { contact: '0555' },
  });
  expect(toRequest({ ...answers, reporter: { name: '' } }, 'ky')).not.toHaveProperty('reporter');
});
