import { Button, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import {
  type Agreement,
  type Attachment,
  attachAgreement,
  getAgreementAttachment,
} from '@/api/generated';
import { idempotent, newIdempotencyKey } from '@/api/headers';
import { Section } from '@/features/stakeholders/record/Section';
import { FileDrop } from '@/ui/FileDrop';
import { Icon } from '@/ui/Icon';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { saveAs } from '@/ui/saveAs';
import { useReadAgreementAgain } from '../useKeepAgreement';

const largest = 10 * 1024 * 1024;

const accepted = {
  'image/*': ['.jpg', '.jpeg', '.png', '.webp'],
  'application/pdf': ['.pdf'],
};

interface Props {
  agreement: Agreement;
}

/** Signatures on paper; only the programme's staff see them. */
export function ScansSection({ agreement }: Props) {
  const { t } = useTranslation('agreements');
  const { attachments, actions } = agreement;
  const mayAttach = actions.includes('attach_agreement');
  if (!attachments || (attachments.length === 0 && !mayAttach)) return null;
  return (
    <Section title={t('scans')}>
      <Stack>
        {attachments.map((scan) => (
          <Scan key={scan.id} agreement={agreement} scan={scan} />
        ))}
        {mayAttach && <Upload agreement={agreement} />}
      </Stack>
    </Section>
  );
}

function Scan({ agreement, scan }: Props & { scan: Attachment }) {
  const { t } = useTranslation('cases');
  const download = useMutation({
    mutationFn: async () => {
      const path = { id: agreement.id, attachment_id: scan.id };
      const file = (await getAgreementAttachment({ path, parseAs: 'blob' })).data as Blob;
      saveAs(file, scan.name);
    },
  });
  return (
    <div>
      <Button
        variant="default"
        leftSection={<Icon name="document" />}
        loading={download.isPending}
        onClick={() => download.mutate()}
      >
        {t('attachment.download', { name: scan.name, size: Math.ceil(scan.size / 1000) })}
      </Button>
      <ProblemAlert error={download.error} />
    </div>
  );
}

function Upload({ agreement: { id } }: Props) {
  const { t } = useTranslation(['agreements', 'cases']);
  const upload = useMutation({
    mutationFn: async (files: File[]) => {
      for (const file of files) {
        const headers = idempotent(newIdempotencyKey());
        await attachAgreement({ path: { id }, query: { name: file.name }, headers, body: file });
      }
    },
    onSettled: useReadAgreementAgain(id),
  });
  return (
    <>
      <FileDrop
        accept={accepted}
        maxSize={largest}
        label={t('agreements:add_scan')}
        help={t('agreements:scan_help')}
        onFiles={upload.mutate}
      />
      <Text role="status">{upload.isPending && t('cases:attachment.sending')}</Text>
      <ProblemAlert error={upload.error} />
    </>
  );
}
