import { NativeSelect } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { createMeeting } from '@/api/generated';
import { useMe } from '@/features/identity/useMe';
import { useLanguage } from '@/i18n/useLanguage';
import { paths } from '@/paths';
import { NewRecord } from '@/ui/forms/NewRecord';
import { TextLink } from '@/ui/links';
import { useName } from '@/ui/names';
import { useSavedNotice } from '@/ui/useSavedNotice';
import { useKeepMeeting } from '../useKeepMeeting';
import { MeetingFields } from './MeetingFields';
import { useMeetingLabels } from './useMeetingLabels';
import { noMeeting, zMeetingValues } from './values';

/** A plan; nobody outside the programme knows of it before its agenda is opened. */
export function NewMeetingPage() {
  const { t } = useTranslation('meetings');
  const labels = useMeetingLabels();
  const navigate = useNavigate();
  const keep = useKeepMeeting();
  const notice = useSavedNotice();
  const name = useName();
  const { id, programmes } = useMe();
  return (
    <NewRecord
      title={t('new')}
      back={<TextLink to={paths.meetings}>{t('title')}</TextLink>}
      labels={labels}
      schema={zMeetingValues}
      initial={noMeeting(programmes[0]?.id ?? '', id, useLanguage())}
      create={(request) => createMeeting(request)}
      onSaved={(saved) => {
        void keep(saved);
        notice();
        void navigate({ to: paths.meeting, params: { meetingId: saved.id }, ignoreBlocker: true });
      }}
      onCancel={() => navigate({ to: paths.meetings })}
    >
      {(form) => (
        <>
          {programmes.length > 1 && (
            <NativeSelect
              withAsterisk
              size="md"
              label={t('programme')}
              data={programmes.map((each) => ({ value: each.id, label: name(each.names) }))}
              {...form.getInputProps('programme_id')}
            />
          )}
          <MeetingFields form={form} />
        </>
      )}
    </NewRecord>
  );
}
