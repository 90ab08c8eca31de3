import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Agreement, attachAgreement, getAgreementAttachment } from '@/api/generated';
import { DownloadFile } from '@/features/files/DownloadFile';
import { scans, UploadFiles } from '@/features/files/UploadFiles';
import { Section } from '@/features/stakeholders/record/Section';
import { useReadAgreementAgain } from '../useKeepAgreement';

/** Signatures on paper; only the programme's staff see them. */
export function ScansSection({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation('agreements');
  const { id, attachments, actions } = agreement;
  const readAgain = useReadAgreementAgain(id);
  const mayAttach = actions.includes('attach_agreement');
  if (!attachments || (attachments.length === 0 && !mayAttach)) return null;
  const fetch = async (attachment_id: string) =>
    (await getAgreementAttachment({ path: { id, attachment_id }, parseAs: 'blob' })).data as Blob;
  return (
    <Section title={t('scans')}>
      <Stack>
        {attachments.map((scan) => (
          <DownloadFile key={scan.id} file={scan} fetch={() => fetch(scan.id)} />
        ))}
        {mayAttach && (
          <UploadFiles
            accept={scans}
            label={t('add_scan')}
            help={t('scan_help')}
            send={(sending) => attachAgreement({ path: { id }, ...sending })}
            onSettled={readAgain}
          />
        )}
      </Stack>
    </Section>
  );
}
