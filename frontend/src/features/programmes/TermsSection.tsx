import { Button, Group, Paper, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProgrammeTerms } from '@/api/generated';
import { getProgrammeTermsOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Facts } from '@/ui/Facts';
import { RecordQuery } from '@/ui/RecordQuery';
import { TermsForm } from './TermsForm';

/** How long things may take in a programme. */
export function TermsSection({ programmeId: id }: { programmeId: string }) {
  const { t } = useTranslation('programmes');
  return (
    <section>
      <Title order={2} mt="xl" mb="xs">
        {t('terms')}
      </Title>
      <Text c="dimmed" mb="md" maw="65ch">
        {t('terms_help')}
      </Text>
      <Paper withBorder p="lg">
        <RecordQuery options={getProgrammeTermsOptions({ path: { id } })}>
          {(terms) => <Terms key={terms.version} programmeId={id} terms={terms} />}
        </RecordQuery>
      </Paper>
    </section>
  );
}

function Terms({ programmeId, terms }: { programmeId: string; terms: ProgrammeTerms }) {
  const { t } = useTranslation(['programmes', 'records']);
  const [editing, setEditing] = useState(false);
  if (editing) {
    return <TermsForm programmeId={programmeId} terms={terms} onDone={() => setEditing(false)} />;
  }
  return (
    <>
      <Facts
        none={t('records:none')}
        facts={terms.terms.map(({ term, amount, unit }) => ({
          label: t(`programmes:term.${term}`),
          value: t(`programmes:unit_count.${unit}`, { count: amount }),
        }))}
      />
      {terms.actions.includes('update_programme_terms') && (
        <Group mt="lg">
          <Button variant="default" onClick={() => setEditing(true)}>
            {t('programmes:terms_change')}
          </Button>
        </Group>
      )}
    </>
  );
}
