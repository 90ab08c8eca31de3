import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Icon } from '@/ui/Icon';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { saveAs } from '@/ui/saveAs';

interface Props {
  file: { name: string; size: number };
  /** With the token instead of by address, so that no link to a file exists. */
  fetch: () => Promise<Blob>;
}

/** Saves a file of a record. */
export function DownloadFile({ file: { name, size }, fetch }: Props) {
  const { t } = useTranslation('cases');
  const download = useMutation({ mutationFn: async () => saveAs(await fetch(), name) });
  return (
    <div>
      <Button
        variant="default"
        leftSection={<Icon name="document" />}
        loading={download.isPending}
        onClick={() => download.mutate()}
      >
        {t('attachment.download', { name, size: Math.ceil(size / 1000) })}
      </Button>
      <ProblemAlert error={download.error} />
    </div>
  );
}
