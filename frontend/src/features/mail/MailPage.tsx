import { Group, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Mail } from '@/api/generated';
import { listMailsInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import { EmptyList } from '@/ui/EmptyList';
import { FilterSelect } from '@/ui/FilterSelect';
import { useFormats } from '@/ui/formats';
import { KeysetList } from '@/ui/KeysetList';
import { keyset } from '@/ui/keyset';
import { PageHeader } from '@/ui/PageHeader';
import type { Column } from '@/ui/RecordTable';
import { mailFilters, states } from './filters';
import { MailActions } from './MailActions';
import { MailService } from './MailService';
import { MailStateBadge } from './MailStateBadge';

const from = '/desk/mail';

/** What became of the e-mails: never what they say, and to whom only where something went wrong. */
export function MailPage() {
  const { t } = useTranslation('mail');
  const { state } = mailFilters({ ...useSearch({ from }) });
  const navigate = useNavigate({ from });
  const mails = useInfiniteQuery({ ...listMailsInfiniteOptions({ query: { state } }), ...keyset });
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Stack>
        <MailService />
        <Group>
          <FilterSelect
            label={t('state_label')}
            choices={states.map((value) => ({ value, label: t(`state.${value}`) }))}
            value={state}
            onChange={(chosen) => navigate({ search: { state: chosen }, replace: true })}
          />
        </Group>
        <KeysetList
          query={mails}
          label={t('title')}
          columns={useColumns()}
          empty={<EmptyList filtered={state !== undefined} icon="mail" title={t('empty')} />}
        />
      </Stack>
    </>
  );
}

function useColumns(): [Column<Mail>, ...Column<Mail>[]] {
  const { t } = useTranslation(['mail', 'records']);
  const { dateTime, number } = useFormats();
  return [
    { label: t('mail:created'), show: ({ created_at }) => dateTime(created_at) },
    { label: t('mail:about'), show: ({ kind }) => t(`mail:kind.${kind}`) },
    { label: t('mail:state_label'), show: ({ state }) => <MailStateBadge state={state} /> },
    { label: t('mail:attempts'), show: ({ attempts }) => number(attempts) },
    {
      label: t('mail:next_try'),
      show: ({ due_at }) => (due_at ? dateTime(due_at) : t('records:none')),
    },
    { label: t('mail:fault_label'), show: (mail) => <Fault mail={mail} /> },
    { label: t('records:actions'), show: (mail) => <MailActions mail={mail} /> },
  ];
}

function Fault({ mail }: { mail: Mail }) {
  const { t } = useTranslation(['mail', 'records']);
  const { fault, smtp_status, recipient } = mail;
  if (!fault) return t('records:none');
  return (
    <>
      {t(`mail:fault.${fault}`)}
      {smtp_status && ` (${smtp_status})`}
      {recipient && (
        <Text size="sm" c="dimmed">
          {recipient.name}
        </Text>
      )}
    </>
  );
}
