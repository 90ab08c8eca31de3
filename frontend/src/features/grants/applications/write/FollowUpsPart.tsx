import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GrantFollowUp } from '@/api/generated';
import thread from '@/features/impacts/record/Thread.module.css';
import { Dialog } from '@/ui/Dialog';
import { useRowFocus } from '@/ui/forms/useRowFocus';
import { FollowUpField } from './FollowUpField';
import { Part } from './Part';
import type { PartProps } from './types';

const most = 10;

const idOf = ({ impact_id, commitment_id }: GrantFollowUp) => impact_id ?? commitment_id ?? '';

/** Which impacts and promises of the registers this is to follow up. */
export function FollowUpsPart({ draft, onChange }: PartProps) {
  const { t } = useTranslation('grant-applications');
  const [isAdding, setAdding] = useState(false);
  const { list, focusRow } = useRowFocus<HTMLUListElement>();
  const { follow_ups } = draft;
  const set = (next: GrantFollowUp[]) => onChange((now) => ({ ...now, follow_ups: next }));
  const add = (found: GrantFollowUp) => {
    setAdding(false);
    if (!follow_ups.some((one) => idOf(one) === idOf(found))) set([...follow_ups, found]);
  };
  return (
    <Part id="follow_ups" title={t('follow_ups')}>
      <Text c="dimmed">{t('follow_ups_help')}</Text>
      <ul className={thread.links} ref={list} tabIndex={-1}>
        {follow_ups.map((one, index) => (
          <li key={idOf(one)} data-row tabIndex={-1}>
            <span>{one.title}</span>
            <Button
              size="sm"
              variant="default"
              aria-label={`${t('remove')}: ${one.title}`}
              onClick={() => {
                focusRow(index);
                set(follow_ups.filter((other) => other !== one));
              }}
            >
              {t('remove')}
            </Button>
          </li>
        ))}
      </ul>
      {follow_ups.length < most && (
        <Group>
          <Button variant="default" onClick={() => setAdding(true)}>
            {t('add_follow_up')}
          </Button>
        </Group>
      )}
      {isAdding && (
        <Dialog title={t('add_follow_up')} onClose={() => setAdding(false)}>
          <FollowUpField onFound={add} />
        </Dialog>
      )}
    </Part>
  );
}
