import { Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { idempotent, newIdempotencyKey } from '@/api/headers';
import { FileDrop } from '@/ui/FileDrop';
import { ProblemAlert } from '@/ui/ProblemAlert';

/** What the API takes of one file. */
const largest = 10 * 1024 * 1024;

/** Photos, and papers as they are scanned. */
export const scans = {
  'image/*': ['.jpg', '.jpeg', '.png', '.webp'],
  'application/pdf': ['.pdf'],
};

/** A file as it is sent: again under the same key it is kept once. */
export interface Sending {
  query: { name: string };
  headers: ReturnType<typeof idempotent>;
  body: File;
}

interface Props extends Pick<ComponentProps<typeof FileDrop>, 'accept' | 'label' | 'help'> {
  send: (sending: Sending) => Promise<unknown>;
  /** Also when only some of them were taken. */
  onSettled: () => unknown;
}

/** Adds files to a record, one after the other; what is wrong with one the API says itself. */
export function UploadFiles({ send, onSettled, ...drop }: Props) {
  const { t } = useTranslation('cases');
  const upload = useMutation({
    mutationFn: async (files: File[]) => {
      for (const file of files) {
        const headers = idempotent(newIdempotencyKey());
        await send({ query: { name: file.name }, headers, body: file });
      }
    },
    onSettled,
  });
  return (
    <div data-no-print>
      <FileDrop {...drop} maxSize={largest} onFiles={upload.mutate} />
      <Text role="status">{upload.isPending && t('attachment.sending')}</Text>
      <ProblemAlert error={upload.error} />
    </div>
  );
}
