import { expect, test } from 'vitest';
import { asPhoto, asRecording } from './media';

test('what is played or shown is never a page', () => {
  const page = new Blob(['<script>'], { type: 'text/html' });
  expect(asRecording(page, 'text/html').type).toBe('application/octet-stream');
  expect(asRecording(page, 'audio/webm').type).toBe('audio/webm');
  expect(asPhoto(page).type).toBe('image/jpeg');
});
