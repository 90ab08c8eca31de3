import { Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Attachment, attachGrievance, type StaffGrievance } from '@/api/generated';
import { idempotent, newIdempotencyKey } from '@/api/headers';
import { FileDrop } from '@/ui/FileDrop';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { useReloadCase } from '../cases';
import { AttachedPaper, AttachedPhoto, AttachedRecording } from './Attached';
import classes from './Attachments.module.css';
import { Section } from './Section';

const largest = 10 * 1024 * 1024;

/** Photos, recordings and papers; what is wrong with one the API says itself. */
const accepted = {
  'image/*': ['.jpg', '.jpeg', '.png', '.webp'],
  'audio/*': ['.mp3', '.ogg', '.wav', '.m4a', '.weba', '.webm'],
  'video/*': ['.mp4', '.webm'],
  'application/pdf': ['.pdf'],
  'application/msword': ['.doc'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['.docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['.xlsx'],
  'application/vnd.oasis.opendocument.text': ['.odt'],
};

export function Attachments({ record }: { record: StaffGrievance }) {
  const { id, attachments, actions } = record;
  const mayAttach = actions.includes('attach_grievance');
  if (attachments.length === 0 && !mayAttach) return null;
  const of = (wanted: Attachment['class']) =>
    attachments.filter(({ class: kind }) => kind === wanted);
  const [photos, recordings, papers] = [of('photo'), of('recording'), of('paper')];
  return (
    <Section title="section.attachments">
      {photos.length > 0 && (
        <ul className={classes.photos}>
          {photos.map((photo) => (
            <AttachedPhoto key={photo.id} caseId={id} attachment={photo} />
          ))}
        </ul>
      )}
      {recordings.length > 0 && (
        <ul className={classes.recordings}>
          {recordings.map((recording) => (
            <AttachedRecording key={recording.id} caseId={id} attachment={recording} />
          ))}
        </ul>
      )}
      {papers.length > 0 && <Papers id={id} papers={papers} />}
      {mayAttach && <Upload id={id} />}
    </Section>
  );
}

function Papers({ id, papers }: { id: string; papers: Attachment[] }) {
  const { t } = useTranslation('cases');
  return (
    <>
      <ul className={classes.papers}>
        {papers.map((paper) => (
          <AttachedPaper key={paper.id} caseId={id} attachment={paper} />
        ))}
      </ul>
      <Text size="sm" c="dimmed">
        {t('attachment.care')}
      </Text>
    </>
  );
}

function Upload({ id }: { id: string }) {
  const { t } = useTranslation('cases');
  const reload = useReloadCase(id);
  const upload = useMutation({
    mutationFn: async (files: File[]) => {
      for (const file of files) {
        const headers = idempotent(newIdempotencyKey());
        await attachGrievance({ path: { id }, query: { name: file.name }, headers, body: file });
      }
    },
    onSettled: reload,
  });
  return (
    <div data-no-print>
      <FileDrop
        accept={accepted}
        maxSize={largest}
        label={t('attachment.add')}
        help={t('attachment.help')}
        onFiles={upload.mutate}
      />
      <Text role="status">{upload.isPending && t('attachment.sending')}</Text>
      <ProblemAlert error={upload.error} />
    </div>
  );
}
