import { Button, Group } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { listAuditEntriesInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import { EmptyList } from '@/ui/EmptyList';
import { DayField } from '@/ui/forms/DayField';
import { Icon } from '@/ui/Icon';
import { KeysetList } from '@/ui/KeysetList';
import { itemsOf, keyset } from '@/ui/keyset';
import { PageHeader } from '@/ui/PageHeader';
import { AuditState } from './AuditState';
import { type AuditFilters, queryOf } from './filters';
import { OperationSelect } from './OperationSelect';
import { useEntryColumns } from './useEntryColumns';

const from = '/desk/audit';

export function AuditPage() {
  const { t } = useTranslation(['audit', 'records']);
  const search = useSearch({ from });
  const navigate = useNavigate({ from });
  const filter = (change: AuditFilters) =>
    navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const entries = useInfiniteQuery({
    ...listAuditEntriesInfiniteOptions({ query: queryOf(search) }),
    ...keyset,
  });
  const [first] = itemsOf(entries.data?.pages);
  const narrowed = [
    search.actor && {
      label: t('audit:only_actor', { name: first?.actor?.name || t('audit:this_person') }),
      clear: { actor: undefined },
    },
    search.subject && {
      label: t('audit:only_subject', { name: first?.subject.name || t('audit:this_record') }),
      clear: { kind: undefined, subject: undefined },
    },
  ].filter((chosen) => typeof chosen === 'object');
  return (
    <>
      <PageHeader title={t('audit:title')} lead={t('audit:lead')} />
      <AuditState />
      <Group align="flex-end" mb="md">
        <OperationSelect value={search.operation} onChange={(operation) => filter({ operation })} />
        <DayField
          clearable
          size="md"
          flex="0 1 12rem"
          label={t('audit:from')}
          value={search.from ?? null}
          onChange={(day) => filter({ from: day ?? undefined })}
        />
        <DayField
          clearable
          size="md"
          flex="0 1 12rem"
          label={t('audit:to')}
          value={search.to ?? null}
          onChange={(day) => filter({ to: day ?? undefined })}
        />
      </Group>
      {narrowed.length > 0 && (
        <Group mb="md" gap="xs">
          {narrowed.map(({ label, clear }) => (
            <Button
              key={label}
              size="sm"
              variant="default"
              aria-label={t('audit:clear', { label })}
              rightSection={<Icon name="cross" size={16} />}
              onClick={() => filter(clear)}
            >
              {label}
            </Button>
          ))}
        </Group>
      )}
      <KeysetList
        query={entries}
        label={t('audit:title')}
        columns={useEntryColumns(filter)}
        empty={
          <EmptyList
            filtered={Object.values(search).some(Boolean)}
            icon="list"
            title={t('audit:empty')}
          />
        }
      />
    </>
  );
}
