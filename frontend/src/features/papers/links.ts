import { paths } from '@/paths';

/** What the QR code on the office's part leads to: the page that enters the sheet. Its number is no secret. */
export const entryLink = (number: string) =>
  `${window.location.origin}${paths.paperEnter}?sheet=${number}`;
