const playable = [
  'audio/webm',
  'audio/mp4',
  'audio/ogg',
  'audio/mpeg',
  'audio/wav',
  'video/webm',
  'video/mp4',
];

/**
 * A file under an address of this site runs in this site's name: whatever an answer calls itself,
 * what is played is sound or film and what is shown is a picture.
 */
export const asRecording = (file: Blob, type: string) =>
  new Blob([file], { type: playable.includes(type) ? type : 'application/octet-stream' });

export const asPhoto = (file: Blob) => new Blob([file], { type: 'image/jpeg' });
