import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FocusGroup, OpenedParticipant } from '@/api/generated';
import { listFocusGroupParticipantsOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Section } from '@/features/stakeholders/record/Section';
import { useKindOfPerson } from '../notes/useKindOfPerson';
import { AddParticipantDialog } from './AddParticipantDialog';
import { OpenParticipantsDialog } from './OpenParticipantsDialog';
import classes from './Participants.module.css';
import { WithdrawParticipant } from './WithdrawParticipant';

/** The names of those who want theirs kept: masked until somebody gives a reason, and forgotten here with the page. */
export function ParticipantsSection({ record }: { record: FocusGroup }) {
  const { t } = useTranslation('focus-groups');
  const kindOf = useKindOfPerson();
  const [open, setOpen] = useState<'add' | 'open'>();
  const [names, setNames] = useState<OpenedParticipant[]>([]);
  const close = () => setOpen(undefined);
  const path = { id: record.id };
  const { data } = useQuery({
    ...listFocusGroupParticipantsOptions({ path }),
    enabled: record.participants > 0,
  });
  const items = record.participants > 0 ? (data?.items ?? []) : [];
  const nameOf = (id: string, masked: string) => names.find((one) => one.id === id)?.name ?? masked;
  const { actions } = record;
  return (
    <Section
      title={t('participants')}
      actions={
        <>
          {actions.includes('add_focus_group_participant') && (
            <Button variant="default" onClick={() => setOpen('add')}>
              {t('participant_add')}
            </Button>
          )}
          {actions.includes('open_focus_group_participants') && names.length === 0 && (
            <Button variant="default" onClick={() => setOpen('open')}>
              {t('participants_open')}
            </Button>
          )}
        </>
      }
    >
      <Text size="sm" c="dimmed" data-no-print>
        {t('participants_help')}
      </Text>
      {record.participants === 0 && <Text>{t('participants_none')}</Text>}
      <ul className={classes.people} data-no-print>
        {items.map((one) => (
          <li key={one.id}>
            <Group justify="space-between">
              <div>
                <Text fw={600}>{nameOf(one.id, one.name)}</Text>
                <Text size="sm" c="dimmed">
                  {kindOf(one)}
                </Text>
              </div>
              {actions.includes('withdraw_focus_group_participant') && (
                <WithdrawParticipant record={record} participant={one} />
              )}
            </Group>
          </li>
        ))}
      </ul>
      {open === 'add' && <AddParticipantDialog record={record} onClose={close} />}
      {open === 'open' && (
        <OpenParticipantsDialog record={record} onOpened={setNames} onClose={close} />
      )}
    </Section>
  );
}
