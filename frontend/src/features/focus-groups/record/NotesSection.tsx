import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FocusGroup } from '@/api/generated';
import { Section } from '@/features/stakeholders/record/Section';
import { paths } from '@/paths';
import { ButtonLink } from '@/ui/links';
import { CodedNotes } from '../coding/CodedNotes';
import { CodeList } from '../coding/CodeList';
import { Quotes } from '../notes/NotesInWords';

export function NotesSection({ record }: { record: FocusGroup }) {
  const { t } = useTranslation('focus-groups');
  const { notes, quotes, codes, actions } = record;
  return (
    <Section
      title={t('notes')}
      actions={
        actions.includes('write_focus_group_notes') && (
          <ButtonLink
            variant="default"
            to={paths.focusGroupPart}
            params={{ focusGroupId: record.id, part: 'notes' }}
          >
            {t('notes_open')}
          </ButtonLink>
        )
      }
    >
      {notes ? <CodedNotes notes={notes} codes={codes} /> : <Text>{t('notes_none')}</Text>}
      {codes.length > 0 && <CodeList record={record} />}
      {quotes.length > 0 && (
        <div>
          <Title order={3} size="h4" mb="xs">
            {t('quotes')}
          </Title>
          <Quotes quotes={quotes} />
        </div>
      )}
    </Section>
  );
}
