import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Attachment, attachGrievance, type StaffGrievance } from '@/api/generated';
import { scans, UploadFiles } from '@/features/files/UploadFiles';
import { useReloadCase } from '../cases';
import { AttachedPaper, AttachedPhoto, AttachedRecording } from './Attached';
import classes from './Attachments.module.css';
import { Section } from './Section';

/** Photos, recordings and papers. */
const accepted = {
  ...scans,
  'audio/*': ['.mp3', '.ogg', '.wav', '.m4a', '.weba', '.webm'],
  'video/*': ['.mp4', '.webm'],
  'application/msword': ['.doc'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['.docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['.xlsx'],
  'application/vnd.oasis.opendocument.text': ['.odt'],
};

export function Attachments({ record }: { record: StaffGrievance }) {
  const { t } = useTranslation('cases');
  const { id, attachments, actions } = record;
  const reload = useReloadCase(id);
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
      {mayAttach && (
        <UploadFiles
          accept={accepted}
          label={t('attachment.add')}
          help={t('attachment.help')}
          send={(sending) => attachGrievance({ path: { id }, ...sending })}
          onSettled={reload}
        />
      )}
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
