import { Alert, Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language, Meeting, MeetingMinutes } from '@/api/generated';
import {
  getMeetingMinutesOptions,
  getMeetingMinutesQueryKey,
} from '@/api/generated/@tanstack/react-query.gen';
import { useLive } from '@/features/live/useLive';
import { languageNames, languages } from '@/i18n/languages';
import { useLanguage } from '@/i18n/useLanguage';
import { paths } from '@/paths';
import { BackLink } from '@/ui/BackLink';
import { Icon } from '@/ui/Icon';
import { TextLink } from '@/ui/links';
import { PageHeader } from '@/ui/PageHeader';
import { RecordQuery } from '@/ui/RecordQuery';
import { MeetingStateBadge } from '../MeetingStateBadge';
import { EditMinutes } from './EditMinutes';
import { MinutesMoves } from './MinutesMoves';
import { MinutesSheet } from './MinutesSheet';
import { SidesSection } from './SidesSection';

/** What was said and decided, as it is put before the sides. */
export default function Minutes({ meeting }: { meeting: Meeting }) {
  const path = { id: meeting.id };
  useLive('meeting', meeting.id, getMeetingMinutesQueryKey({ path }));
  return (
    <RecordQuery keepsShown options={getMeetingMinutesOptions({ path })}>
      {(minutes) => <MinutesRecord meeting={meeting} minutes={minutes} />}
    </RecordQuery>
  );
}

interface Props {
  meeting: Meeting;
  minutes: MeetingMinutes;
}

function MinutesRecord({ meeting, minutes }: Props) {
  const { t } = useTranslation('minutes');
  const own = useLanguage();
  const [editing, setEditing] = useState(false);
  // What the sheet is printed in; its words stay as they were written.
  const [language, setLanguage] = useState<Language>(own);
  const writes = minutes.actions.includes('write_meeting_minutes');
  if (editing)
    return <EditMinutes meeting={meeting} minutes={minutes} onClose={() => setEditing(false)} />;
  return (
    <>
      <BackLink>
        <TextLink to={paths.meeting} params={{ meetingId: meeting.id }}>
          {meeting.title}
        </TextLink>
      </BackLink>
      <div data-no-print>
        <PageHeader title={t('title')} lead={<MeetingStateBadge state={minutes.state} />} />
        <Notices minutes={minutes} />
        <MinutesMoves minutes={minutes} onEdit={writes ? () => setEditing(true) : undefined} />
        <Group align="flex-end" gap="sm" mb="lg">
          <NativeSelect
            size="md"
            label={t('print_language')}
            value={language}
            data={languages.map((value) => ({ value, label: languageNames[value] }))}
            onChange={({ currentTarget }) => setLanguage(currentTarget.value as Language)}
          />
          <Button
            size="md"
            variant="default"
            leftSection={<Icon name="print" />}
            onClick={() => window.print()}
          >
            {t('print')}
          </Button>
        </Group>
      </div>
      <Stack gap="lg">
        <MinutesSheet meeting={meeting} minutes={minutes} language={language} />
        <SidesSection minutes={minutes} language={language} />
      </Stack>
    </>
  );
}

function Notices({ minutes }: { minutes: MeetingMinutes }) {
  const { t } = useTranslation('minutes');
  const { state, written, revision, abridged } = minutes;
  return (
    <Stack gap="sm" mb="md">
      {state === 'held' && (
        <Alert icon={<Icon name="lock" />}>{t(written ? 'not_shown_yet' : 'from_the_notes')}</Alert>
      )}
      {state === 'minutes_drafted' && revision > 1 && <Text>{t('text_number', { revision })}</Text>}
      {abridged && <Alert icon={<Icon name="shield" />}>{t('abridged')}</Alert>}
    </Stack>
  );
}
