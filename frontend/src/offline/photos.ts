const longestSide = 1600;
const quality = 0.8;

export function fitWithin(width: number, height: number, limit = longestSide) {
  const scale = Math.min(1, limit / Math.max(width, height));
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

/**
 * Draws the picture anew, smaller: a phone's photo of 5 MB becomes some 300 kB, and the place and
 * time that the camera wrote into the file stay behind.
 */
export async function shrinkPhoto(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const { width, height } = fitWithin(picture.width, picture.height);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')?.drawImage(picture, 0, 0, width, height);
  picture.close();
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (photo) => (photo ? resolve(photo) : reject(new Error('The canvas gave no picture'))),
      'image/jpeg',
      quality,
    ),
  );
}

/** Shrinks what can be read and names what can't. */
export async function shrinkPhotos(files: File[]) {
  const results = await Promise.allSettled(files.map(shrinkPhoto));
  const photos = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const unreadable = files
    .filter((_, index) => results[index]?.status === 'rejected')
    .map(({ name }) => name);
  return { photos, unreadable };
}
