import { scans } from '@/features/files/UploadFiles';

/** What an application can be proved with: photos, scans, and papers as they are written. */
export const papers = {
  ...scans,
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['.docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['.xlsx'],
};
