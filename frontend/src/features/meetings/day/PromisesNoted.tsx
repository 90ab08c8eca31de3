import { Button, Group, Text, Textarea } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AgendaItem, createCommitment, type Meeting } from '@/api/generated';
import {
  getCommitmentOptions,
  getMeetingDayQueryKey,
  getMeetingQueryKey,
} from '@/api/generated/@tanstack/react-query.gen';
import { zNewCommitment } from '@/api/generated/zod.gen';
import { idempotent, newIdempotencyKey } from '@/api/headers';
import { useKeepCommitment } from '@/features/commitments/useKeepCommitment';
import { useMay } from '@/features/identity/useMe';
import { OrganisationPicker } from '@/features/organisations/OrganisationPicker';
import { Section } from '@/features/stakeholders/record/Section';
import { paths } from '@/paths';
import { useFormats } from '@/ui/formats';
import { DayField } from '@/ui/forms/DayField';
import { MoveDialog } from '@/ui/forms/MoveDialog';
import { TextLink } from '@/ui/links';
import { useName } from '@/ui/names';
import { ProblemAlert } from '@/ui/ProblemAlert';
import classes from './Day.module.css';
import type { DayEntry } from './fold';
import type { Day } from './useDay';
import { useNoting } from './useNoting';

interface Props {
  meeting: Meeting;
  day: Day;
  writes: boolean;
}

/** What was promised; each becomes a promise of the register once, with a network. */
export function PromisesNoted({ meeting, day, writes }: Props) {
  const { t } = useTranslation('meeting-day');
  const name = useName();
  const { date } = useFormats();
  const [recording, setRecording] = useState<DayEntry>();
  const mayRecord = useMay('create_commitment');
  const { note, error } = useNoting(day);
  const known = new Map(day.server.data?.promises.map((promise) => [promise.entry_id, promise]));
  const owner = (id: string | null | undefined) => {
    const found = meeting.organisations.find((organisation) => organisation.id === id);
    return found ? name(found.names) : t('not_said');
  };
  if (day.state.promises.length === 0) return null;
  return (
    <Section title={t('promises')}>
      <ul className={classes.notes}>
        {day.state.promises.map((promise) => {
          const { id, organisation_id, due_on } = promise;
          const text = promise.text ?? '';
          const there = known.get(id);
          const recorded = there?.commitment_id;
          return (
            <li key={id}>
              <span className={classes.text}>{text}</span>
              <Text size="sm" c="dimmed">
                {t('owed_by', { who: owner(organisation_id), day: due_on ? date(due_on) : '—' })}
              </Text>
              <Group gap="xs" data-no-print>
                {recorded ? (
                  <TextLink to={paths.commitment} params={{ commitmentId: recorded }}>
                    {t('recorded')}
                  </TextLink>
                ) : (
                  <>
                    {mayRecord && there && (
                      <Button
                        size="compact-sm"
                        variant="default"
                        aria-label={t('record_full', { text })}
                        onClick={() => setRecording(promise)}
                      >
                        {t('record')}
                      </Button>
                    )}
                    {writes && (
                      <Button
                        size="compact-sm"
                        variant="default"
                        aria-label={t('remove_full', { text })}
                        onClick={() => void note({ kind: 'withdraw', supersedes: id })}
                      >
                        {t('remove')}
                      </Button>
                    )}
                  </>
                )}
              </Group>
            </li>
          );
        })}
      </ul>
      <ProblemAlert error={error} />
      {recording && (
        <RecordDialog
          meeting={meeting}
          promise={recording}
          onClose={() => setRecording(undefined)}
        />
      )}
    </Section>
  );
}

interface RecordProps {
  meeting: Meeting;
  promise: DayEntry;
  onClose: () => void;
}

interface Values extends Record<string, unknown> {
  what: string;
  organisation_id: string | null;
  due_on: string | null;
}

/** What the promise is about, as the item is under which it was noted; nothing while that is not known. */
function useAbout(item: AgendaItem | undefined) {
  const kind = item?.kind;
  const before = useQuery({
    ...getCommitmentOptions({ path: { id: item?.subject?.id ?? '' } }),
    enabled: kind === 'commitment' && Boolean(item?.subject),
  });
  return {
    ready: !before.isLoading,
    grievance_id: kind === 'grievance' ? item?.subject?.id : before.data?.grievance?.id,
    agreement_id: kind === 'agreement' ? item?.subject?.id : before.data?.agreement?.id,
  };
}

function RecordDialog({ meeting, promise, onClose }: RecordProps) {
  const { t } = useTranslation('meeting-day');
  const queries = useQueryClient();
  const keep = useKeepCommitment();
  const [key] = useState(newIdempotencyKey);
  const { ready, ...about } = useAbout(meeting.agenda.find(({ id }) => id === promise.item_id));
  const initial: Values = {
    what: promise.text ?? '',
    organisation_id: promise.organisation_id ?? null,
    due_on: promise.due_on ?? null,
  };
  const body = ({ what, organisation_id, due_on }: Values) => ({
    programme_id: meeting.programme_id,
    what: what.trim(),
    organisation_id: organisation_id ?? '',
    due_on: due_on ?? '',
    place_id: meeting.place.id,
    site_id: meeting.site?.id,
    ...about,
    meeting_id: meeting.id,
    meeting_entry_id: promise.id,
  });
  const again = async () => {
    await queries.invalidateQueries({
      queryKey: getMeetingDayQueryKey({ path: { id: meeting.id } }),
    });
    await queries.invalidateQueries({ queryKey: getMeetingQueryKey({ path: { id: meeting.id } }) });
  };
  if (!ready) return null;
  return (
    <MoveDialog
      title={t('record')}
      help={t('record_help')}
      confirm={t('record')}
      rules={zNewCommitment}
      initial={initial}
      toBody={body}
      send={(values) => createCommitment({ headers: idempotent(key), body: body(values) })}
      onSaved={(saved) => {
        void keep(saved);
        void again();
      }}
      onStale={again}
      onClose={onClose}
    >
      {(form) => (
        <>
          <Textarea
            withAsterisk
            autosize
            size="md"
            label={t('entry.promise')}
            {...form.getInputProps('what')}
          />
          <OrganisationPicker
            withAsterisk
            label={t('owner')}
            {...form.getInputProps('organisation_id')}
          />
          <DayField withAsterisk size="md" label={t('due_on')} {...form.getInputProps('due_on')} />
        </>
      )}
    </MoveDialog>
  );
}
