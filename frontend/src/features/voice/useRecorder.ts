import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { longestSeconds, type Recording, startRecording } from './recording';

export type RecorderState = 'idle' | 'asking' | 'recording' | 'refused';

/** One recording at a time; leaving the page ends it, keeps it and lets the microphone go. */
export function useRecorder(onRecorded: (voice: Blob) => void) {
  const [state, setState] = useState<RecorderState>('idle');
  const [seconds, setSeconds] = useState(0);
  const recording = useRef<Recording>(undefined);
  const isGone = useRef(false);

  const start = async () => {
    setState('asking');
    setSeconds(0);
    try {
      const started = await startRecording();
      if (isGone.current) return started.abandon();
      recording.current = started;
      setState('recording');
    } catch {
      setState('refused');
    }
  };

  const finish = async () => {
    const finished = recording.current;
    recording.current = undefined;
    setState('idle');
    const voice = await finished?.finish();
    if (voice) onRecorded(voice);
  };

  const tick = useEffectEvent(() => {
    setSeconds(seconds + 1);
    if (seconds + 1 >= longestSeconds) finish();
  });
  useEffect(() => {
    if (state !== 'recording') return;
    const timer = setInterval(() => tick(), 1000);
    return () => clearInterval(timer);
  }, [state]);

  // Who goes on to the next question while speaking has said something all the same.
  const keep = useEffectEvent(finish);
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
      keep();
    };
  }, []);

  return { state, seconds, start, finish };
}
