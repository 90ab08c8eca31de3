import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { deleteDraft, loadDraft, saveDraft } from '@/offline/drafts';
import { type Answers, changeDraft, type Draft, emptyDraft, type Step } from './draft';

const answersName = 'grievance';
const photosName = 'grievance-photos';

export async function keepDraft({ step, answers, photos }: Draft) {
  await saveDraft(answersName, { step, answers });
  await saveDraft(photosName, photos);
}

async function keptDraft(): Promise<Draft | undefined> {
  const kept = await loadDraft<{ step: Step; answers: Answers }>(answersName);
  return kept && { ...kept, photos: (await loadDraft<Blob[]>(photosName)) ?? [] };
}

/**
 * The draft, read from the phone and written back to it at every change; photos apart from the
 * answers, so that a keystroke does not write megabytes.
 */
export function useDraft() {
  const [draft, dispatch] = useReducer(changeDraft, emptyDraft);
  const [ready, setReady] = useState(false);
  const kept = useRef<Draft>(emptyDraft);
  const { step, answers, photos } = draft;

  const restore = useCallback((restored: Draft) => {
    kept.current = restored;
    dispatch({ type: 'restore', draft: restored });
  }, []);

  useEffect(() => {
    keptDraft()
      .then((found) => found && restore(found))
      .finally(() => setReady(true));
  }, [restore]);

  useEffect(() => {
    const changed = answers !== kept.current.answers || step !== kept.current.step;
    if (ready && changed) saveDraft(answersName, { step, answers });
  }, [step, answers, ready]);

  useEffect(() => {
    if (ready && photos !== kept.current.photos) saveDraft(photosName, photos);
  }, [photos, ready]);

  const discard = useCallback(async () => {
    restore(emptyDraft);
    await Promise.all([deleteDraft(answersName), deleteDraft(photosName)]);
  }, [restore]);

  return { draft, dispatch, ready, discard };
}
