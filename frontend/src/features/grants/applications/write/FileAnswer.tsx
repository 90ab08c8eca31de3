import { Button, Group, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { attachGrantApplication } from '@/api/generated';
import { UploadFiles } from '@/features/files/UploadFiles';
import { ApplicationFile } from '../ApplicationFile';
import { papers } from '../files';
import { useReadApplicationAgain } from '../useKeepApplication';
import type { AnswerProps } from './AnswerField';
import { noAnswer } from './draft';

/** A file of the application that answers a question. */
export function FileAnswer({ question, answer, application, onChange }: AnswerProps) {
  const { t } = useTranslation('grant-applications');
  const readAgain = useReadApplicationAgain(application.id);
  const chosen = application.attachments.find(({ id }) => id === answer.attachment_id);
  const none = noAnswer(question.id);
  if (chosen) {
    return (
      <Group>
        <ApplicationFile application={application.id} file={chosen} />
        <Button variant="default" onClick={() => onChange(none)}>
          {t('another_file')}
        </Button>
      </Group>
    );
  }
  return (
    <Stack gap="xs">
      <UploadFiles
        accept={papers}
        label={t('add_file')}
        help={t('file_help')}
        send={async (sending) => {
          const { data } = await attachGrantApplication({
            path: { id: application.id },
            ...sending,
          });
          onChange({ ...none, attachment_id: data.id });
        }}
        onSettled={readAgain}
      />
    </Stack>
  );
}
