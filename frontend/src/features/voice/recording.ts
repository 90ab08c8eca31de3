/** Five minutes: at the rate below some 900 kB, and what an iPhone makes of it stays under the limit for files. */
export const longestSeconds = 5 * 60;

/** Enough to understand a voice outdoors, and little to send from a poor network. */
const bitsPerSecond = 24_000;

/** What the API keeps; the first one that the browser can make. */
const types = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus', 'audio/webm'];

const supportedType = () => types.find((type) => MediaRecorder.isTypeSupported(type));

export const canRecord = () =>
  typeof MediaRecorder !== 'undefined' &&
  Boolean(navigator.mediaDevices?.getUserMedia) &&
  supportedType() !== undefined;

export interface Recording {
  /** Ends it and gives what was recorded; nothing if no sound came. */
  finish: () => Promise<Blob | undefined>;
  /** Ends it and forgets what was recorded. */
  abandon: () => void;
}

/** Asks for the microphone and records until told to end. The microphone is let go at once then. */
export async function startRecording(): Promise<Recording> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const mimeType = supportedType();
  const recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: bitsPerSecond });
  const pieces: Blob[] = [];
  recorder.addEventListener('dataavailable', ({ data }) => {
    if (data.size > 0) pieces.push(data);
  });
  const letGo = () => {
    for (const track of stream.getTracks()) track.stop();
  };
  const ended = new Promise<void>((resolve) => {
    recorder.addEventListener('stop', () => resolve(), { once: true });
  });
  recorder.start(1000);
  const end = () => {
    if (recorder.state !== 'inactive') recorder.stop();
  };
  return {
    finish: async () => {
      end();
      await ended;
      letGo();
      const [type] = recorder.mimeType.split(';');
      return pieces.length > 0 ? new Blob(pieces, { type }) : undefined;
    },
    abandon: () => {
      end();
      letGo();
      pieces.length = 0;
    },
  };
}

export const minutesAndSeconds = (seconds: number) =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

const endings: Record<string, string> = { 'audio/mp4': 'm4a', 'audio/ogg': 'ogg' };

export const voiceName = ({ type }: Blob) => `voice.${endings[type] ?? 'webm'}`;
