import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { deleteDraft, loadDraft, saveDraft } from '@/offline/drafts';
import { forgetOnLeaving } from '@/ui/leaving';
import { type Answers, changeDraft, type Draft, emptyDraft, type Step } from './draft';

const answersName = 'grievance';
const photosName = 'grievance-photos';
const voiceName = 'grievance-voice';

export async function keepDraft({ step, answers, photos, voice }: Draft) {
  await saveDraft(answersName, { step, answers });
  await saveDraft(photosName, photos);
  await saveDraft(voiceName, voice);
}

async function keptDraft(): Promise<Draft | undefined> {
  const kept = await loadDraft<{ step: Step; answers: Answers }>(answersName);
  const photos = await loadDraft<Blob[]>(photosName);
  const voice = await loadDraft<Blob>(voiceName);
  // Who says it may have written nothing.
  if (!kept && !photos && !voice) return undefined;
  return { ...emptyDraft, ...kept, photos: photos ?? [], voice };
}

/**
 * The draft, read from the phone and written back to it at every change; photos and voice apart
 * from the answers, so that a keystroke does not write megabytes.
 */
export function useDraft() {
  const [draft, dispatch] = useReducer(changeDraft, emptyDraft);
  const [ready, setReady] = useState(false);
  const kept = useRef<Draft>(emptyDraft);
  const { step, answers, photos, voice } = draft;

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

  useEffect(() => {
    if (ready && voice !== kept.current.voice) saveDraft(voiceName, voice);
  }, [voice, ready]);

  const discard = useCallback(async () => {
    restore(emptyDraft);
    await Promise.all([answersName, photosName, voiceName].map(deleteDraft));
  }, [restore]);

  useEffect(() => {
    const keep = forgetOnLeaving(discard);
    return () => void keep();
  }, [discard]);

  return { draft, dispatch, ready, discard };
}
