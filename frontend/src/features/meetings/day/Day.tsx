import { SimpleGrid, Stack, Text, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Meeting } from '@/api/generated';
import { paths } from '@/paths';
import { BackLink } from '@/ui/BackLink';
import { ErrorState } from '@/ui/ErrorState';
import { Loading } from '@/ui/Loading';
import { TextLink } from '@/ui/links';
import { PageHeader } from '@/ui/PageHeader';
import { AgendaClock, onAgenda } from './AgendaClock';
import { AttendanceSection } from './AttendanceSection';
import { DayStatus } from './DayStatus';
import { NotesSection } from './NotesSection';
import { PromisesNoted } from './PromisesNoted';
import { useDay } from './useDay';
import { VoiceSection } from './VoiceSection';

/** The day itself, on one screen: what is spoken of and how long, who came, who speaks, what is said and promised. */
export default function Day({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation('meeting-day');
  const day = useDay(meeting.id);
  // What is written down belongs to what is spoken of, unless another item was chosen.
  const [chosen, setChosen] = useState<string | null>();
  const { server, state } = day;
  if (server.isPending && server.fetchStatus !== 'paused') return <Loading />;
  if (server.isLoadingError)
    return <ErrorState error={server.error} onRetry={() => server.refetch()} />;
  const writes = server.data?.actions.includes('add_meeting_day_entries') ?? false;
  // Who only reads begins with the first item, as the day did.
  const first = writes ? undefined : onAgenda(meeting)[0]?.id;
  const item = chosen === undefined ? (state.running?.item ?? first) : (chosen ?? undefined);
  return (
    <>
      <BackLink>
        <TextLink to={paths.meeting} params={{ meetingId: meeting.id }}>
          {meeting.title}
        </TextLink>
      </BackLink>
      <PageHeader title={t('title')} lead={t('lead')} />
      <DayStatus day={day} />
      {!writes && <Text mb="md">{t('read_only')}</Text>}
      <VisuallyHidden aria-live="polite">{t('noted_in_all', { count: count(day) })}</VisuallyHidden>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <Stack gap="lg">
          <AgendaClock meeting={meeting} day={day} writes={writes} onChoose={setChosen} />
          <NotesSection
            meeting={meeting}
            day={day}
            writes={writes}
            item={item}
            onChoose={setChosen}
          />
          <PromisesNoted meeting={meeting} day={day} writes={writes} />
        </Stack>
        <Stack gap="lg">
          <VoiceSection day={day} writes={writes} item={item} />
          <AttendanceSection day={day} writes={writes} />
        </Stack>
      </SimpleGrid>
    </>
  );
}

const count = ({ state }: ReturnType<typeof useDay>) => state.notes.length + state.promises.length;
