import { Button, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import {
  attachCommitment,
  type Commitment,
  type CommitmentAttachment,
  getCommitmentAttachment,
  hideCommitmentAttachment,
  showCommitmentAttachment,
} from '@/api/generated';
import { getCommitmentAttachmentQueryKey } from '@/api/generated/@tanstack/react-query.gen';
import { ifMatch } from '@/api/headers';
import { DownloadFile } from '@/features/files/DownloadFile';
import { scans, UploadFiles } from '@/features/files/UploadFiles';
import photos from '@/features/grievances/case/Attachments.module.css';
import classes from '@/features/impacts/record/Thread.module.css';
import { Section } from '@/features/stakeholders/record/Section';
import { asPhoto } from '@/ui/media';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { useObjectUrl } from '@/ui/useObjectUrl';
import { useKeepCommitment, useReadCommitmentAgain } from '../useKeepCommitment';

const accepted = {
  ...scans,
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['.docx'],
};

interface Props {
  commitment: Commitment;
}

/** What shows that the promise was kept. */
export function EvidenceSection({ commitment }: Props) {
  const { t } = useTranslation('commitments');
  const { id, evidence, actions } = commitment;
  const readAgain = useReadCommitmentAgain(id);
  return (
    <Section title={t('evidence')}>
      {evidence.length === 0 && <Text c="dimmed">{t('no_evidence')}</Text>}
      {evidence.length > 0 && (
        <ul className={classes.links}>
          {evidence.map((file) => (
            <li key={file.id}>
              {file.class === 'photo' ? (
                <Photo commitment={commitment} file={file} />
              ) : (
                <DownloadFile file={file} fetch={() => fetched({ commitment, file })} />
              )}
            </li>
          ))}
        </ul>
      )}
      {actions.includes('attach_commitment') && (
        <UploadFiles
          accept={accepted}
          label={t('add_evidence')}
          help={t('evidence_help')}
          send={(sending) => attachCommitment({ path: { id }, ...sending })}
          onSettled={readAgain}
        />
      )}
    </Section>
  );
}

interface FileProps extends Props {
  file: CommitmentAttachment;
}

/** Fetched with the token instead of by address, so that no link to a file exists. */
const fetched = async ({ commitment, file }: FileProps): Promise<Blob> => {
  const path = { id: commitment.id, attachment_id: file.id };
  return (await getCommitmentAttachment({ path, parseAs: 'blob' })).data as Blob;
};

function Photo({ commitment, file }: FileProps) {
  const { t } = useTranslation(['commitments', 'cases']);
  const { id, name, published } = file;
  const { data, isError } = useQuery({
    queryKey: getCommitmentAttachmentQueryKey({ path: { id: commitment.id, attachment_id: id } }),
    queryFn: async () => asPhoto(await fetched({ commitment, file })),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const url = useObjectUrl(data);
  if (!url) return <span>{isError ? t('cases:attachment.failed', { name }) : name}</span>;
  return (
    <>
      <a
        href={url}
        target="_blank"
        rel="noreferrer"
        aria-label={t('cases:attachment.open', { name })}
      >
        <img src={url} alt="" className={photos.photo} />
      </a>
      <div>
        {published && <Text size="sm">{t('commitments:photo_shown')}</Text>}
        <ShowButton commitment={commitment} file={file} />
      </div>
    </>
  );
}

/** Whether everybody may see the photo; whoever shows it has looked that it shows nobody's face. */
function ShowButton({ commitment, file }: FileProps) {
  const { t } = useTranslation('commitments');
  const keep = useKeepCommitment();
  const name = file.published ? 'hide_commitment_attachment' : 'show_commitment_attachment';
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => {
      const body = { attachment_id: file.id };
      const sending = { path: { id: commitment.id }, headers: ifMatch(commitment), body };
      return file.published
        ? (await hideCommitmentAttachment(sending)).data
        : (await showCommitmentAttachment(sending)).data;
    },
    onSuccess: (saved) => void keep(saved),
  });
  if (!commitment.actions.includes(name)) return null;
  return (
    <div data-no-print>
      {!file.published && (
        <Text size="sm" c="dimmed">
          {t('show_help')}
        </Text>
      )}
      <Button variant="default" size="sm" mt={4} loading={isPending} onClick={() => mutate()}>
        {t(`move.${name}`)}
      </Button>
      <ProblemAlert error={error} />
    </div>
  );
}
