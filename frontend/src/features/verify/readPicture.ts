import decodeQR from 'qr/decode.js';
import { fitWithin } from '@/offline/photos';

/** Enough for the small squares of a receipt's code that fills a third of the picture. */
const longestSide = 1200;

/** Milliseconds to look for it: a photograph is harder to read than a picture of a scanner. */
const timeLimit = 2000;

/** What the code in a picture says; nothing where none can be read. */
export async function readPicture(file: Blob): Promise<string | undefined> {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const { width, height } = fitWithin(picture.width, picture.height, longestSide);
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width, height });
    const context = canvas.getContext('2d', { willReadFrequently: true });
    context?.drawImage(picture, 0, 0, width, height);
    picture.close();
    const pixels = context?.getImageData(0, 0, width, height);
    return pixels && decodeQR(pixels, { timeLimit });
  } catch {
    return undefined;
  }
}
