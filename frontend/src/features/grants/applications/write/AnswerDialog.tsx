import { Textarea } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import {
  answerGrantApplication,
  type GrantApplication,
  getGrantApplication,
} from '@/api/generated';
import { zGrantApplicationNote } from '@/api/generated/zod.gen';
import { ifMatch } from '@/api/headers';
import { paths } from '@/paths';
import { ApplicationDialog } from '../record/ApplicationDialog';
import { noteOf } from '../record/note';

interface Props {
  application: GrantApplication;
  /** Sends what is only on this device: without it the answer would say less than was written. */
  onFlush: () => Promise<void>;
  onClose: () => void;
}

/** What was asked for was added: the application goes back to the programme. */
export function AnswerDialog({ application, onFlush, onClose }: Props) {
  const { t } = useTranslation('grant-applications');
  const navigate = useNavigate();
  const path = { id: application.id };
  return (
    <ApplicationDialog
      title={t('move.answer_grant_application')}
      help={t('help.answer_grant_application')}
      confirm={t('move.answer_grant_application')}
      rules={zGrantApplicationNote}
      initial={{ note: '' }}
      toBody={noteOf}
      application={application}
      send={async (values) => {
        await onFlush();
        const { data: latest } = await getGrantApplication({ path });
        return answerGrantApplication({ path, headers: ifMatch(latest), body: noteOf(values) });
      }}
      onDone={() =>
        navigate({ to: paths.grantApplication, params: { applicationId: application.id } })
      }
      onClose={onClose}
    >
      {(form) => (
        <Textarea
          autosize
          minRows={3}
          maxLength={2000}
          label={t('answer_note')}
          description={t('answer_note_help')}
          {...form.getInputProps('note')}
        />
      )}
    </ApplicationDialog>
  );
}
