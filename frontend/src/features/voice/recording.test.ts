import { expect, test } from 'vitest';
import { minutesAndSeconds, voiceName } from './recording';

test('a time is shown in minutes and seconds', () => {
  expect([0, 9, 61, 300].map(minutesAndSeconds)).toEqual(['0:00', '0:09', '1:01', '5:00']);
});

test('a recording is named as what it is', () => {
  const named = ['audio/webm', 'audio/mp4', 'audio/ogg'].map((type) =>
    voiceName(new Blob([], { type })),
  );
  expect(named).toEqual(['voice.webm', 'voice.m4a', 'voice.ogg']);
});
