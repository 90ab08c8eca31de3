import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { attachGrantApplication, type GrantApplication } from '@/api/generated';
import { UploadFiles } from '@/features/files/UploadFiles';
import { Section } from '@/features/stakeholders/record/Section';
import { ApplicationFile } from './ApplicationFile';
import { papers } from './files';
import { useReadApplicationAgain } from './useKeepApplication';

/** The files of an application; whoever may write it adds some. */
export function FilesSection({ application }: { application: GrantApplication }) {
  const { t } = useTranslation('grant-applications');
  const { id, attachments, actions } = application;
  const readAgain = useReadApplicationAgain(id);
  return (
    <Section title={t('files')}>
      <Stack gap="sm">
        {attachments.length === 0 && <Text c="dimmed">{t('no_files')}</Text>}
        {attachments.map((file) => (
          <ApplicationFile key={file.id} application={id} file={file} />
        ))}
        {actions.includes('attach_grant_application') && (
          <UploadFiles
            accept={papers}
            label={t('add_file')}
            help={t('file_help')}
            send={(sending) => attachGrantApplication({ path: { id }, ...sending })}
            onSettled={readAgain}
          />
        )}
      </Stack>
    </Section>
  );
}
