import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { appointCommittee, type CommitteeCandidate, type StaffGrievance } from '@/api/generated';
import { listCommitteeCandidatesOptions } from '@/api/generated/@tanstack/react-query.gen';
import { zSide } from '@/api/generated/zod.gen';
import { ifMatch } from '@/api/headers';
import { Dialog } from '@/ui/Dialog';
import { ErrorState } from '@/ui/ErrorState';
import { Loading } from '@/ui/Loading';
import { useName } from '@/ui/names';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { useSavedNotice } from '@/ui/useSavedNotice';
import { useKeepCase, useReloadCase } from '../cases';

interface Props {
  record: StaffGrievance & { audience: 'staff' };
  onClose: () => void;
}

/** Members for each side, from those without a part in the case. */
export function CommitteeDialog({ record, onClose }: Props) {
  const { t } = useTranslation('cases');
  const path = { id: record.id };
  const candidates = useQuery(listCommitteeCandidatesOptions({ path }));
  return (
    <Dialog title={t('move.appoint_committee.title')} onClose={onClose}>
      <Text c="dimmed" mb="md">
        {t('move.appoint_committee.help')}
      </Text>
      {candidates.isPending && <Loading />}
      {candidates.isError && (
        <ErrorState error={candidates.error} onRetry={() => void candidates.refetch()} />
      )}
      {candidates.data && (
        <Appointing record={record} candidates={candidates.data.items} onClose={onClose} />
      )}
    </Dialog>
  );
}

function Appointing({ record, candidates, onClose }: Props & { candidates: CommitteeCandidate[] }) {
  const { t } = useTranslation(['cases', 'common']);
  const say = useSavedNotice();
  const { id, committee } = record;
  const sitting = committee.filter(({ interests }) => !interests);
  const [chosen, setChosen] = useState(() => sitting.map(({ person }) => person.id));
  const members = candidates
    .filter(({ person }) => chosen.includes(person.id))
    .map(({ person, side }) => ({ account_id: person.id, side }));
  const complete = zSide.options.every((side) => members.some((member) => member.side === side));
  const keepCase = useKeepCase();
  const reload = useReloadCase(id);
  const appoint = useMutation({
    mutationFn: async () =>
      (await appointCommittee({ path: { id }, headers: ifMatch(record), body: { members } })).data,
    onSuccess: (changed) => {
      keepCase(changed);
      say(t('move.appoint_committee.done'));
      onClose();
    },
    onError: reload,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    appoint.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Checkbox.Group value={chosen} onChange={setChosen}>
          <Stack>
            {zSide.options.map((side) => (
              <Side
                key={side}
                title={t(`side.${side}`)}
                candidates={candidates.filter((candidate) => candidate.side === side)}
              />
            ))}
          </Stack>
        </Checkbox.Group>
        <ProblemAlert error={appoint.error} />
        {!complete && (
          <Text size="sm" c="dimmed">
            {t('committee.each_side')}
          </Text>
        )}
        <Group>
          <Button type="submit" disabled={!complete} loading={appoint.isPending}>
            {t('move.appoint_committee.confirm')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Side({ title, candidates }: { title: string; candidates: CommitteeCandidate[] }) {
  const { t } = useTranslation('cases');
  const name = useName();
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
      <Text component="legend" fw={600} mb="xs">
        {title}
      </Text>
      {candidates.length === 0 && <Text c="dimmed">{t('committee.nobody')}</Text>}
      <Stack gap="xs">
        {candidates.map(({ person, organisation }) => (
          <Checkbox
            key={person.id}
            value={person.id}
            label={person.name}
            description={name(organisation)}
          />
        ))}
      </Stack>
    </fieldset>
  );
}
