import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '@/api/generated';
import { useFormats } from '@/ui/formats';
import type { Column } from '@/ui/RecordTable';
import type { AuditFilters } from './filters';
import { SubjectLink } from './SubjectLink';
import { useAuditWords } from './useAuditWords';

type Columns = [Column<AuditEntry>, ...Column<AuditEntry>[]];

/** A name narrows the list to what that person did. */
export function useEntryColumns(filter: (change: AuditFilters) => void): Columns {
  const { t } = useTranslation('audit');
  const { dateTime } = useFormats();
  const { roleOf, detailOf, doneOf } = useAuditWords();
  return [
    {
      label: t('what'),
      show: (entry) => {
        const detail = detailOf(entry);
        return (
          <>
            {doneOf(entry.operation)}
            {detail && (
              <Text size="sm" c="dimmed" fw={400}>
                {detail}
              </Text>
            )}
          </>
        );
      },
    },
    {
      label: t('who'),
      show: ({ actor, role }) => (
        <>
          {actor && (
            <Anchor
              component="button"
              type="button"
              ta="start"
              aria-label={t('show_only', { name: actor.name })}
              onClick={() => filter({ actor: actor.id })}
            >
              {actor.name}
            </Anchor>
          )}
          <Text size="sm" c="dimmed">
            {roleOf(role)}
          </Text>
        </>
      ),
    },
    {
      label: t('about'),
      show: ({ subject }) => (
        <SubjectLink
          subject={subject}
          onOnly={() => filter({ kind: subject.kind, subject: subject.id })}
        />
      ),
    },
    { label: t('when'), show: ({ at }) => dateTime(at) },
  ];
}
