import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { GrantApplication } from '@/api/generated';
import { Section } from '@/features/stakeholders/record/Section';
import classes from './Application.module.css';

/** Who is to do it, and who helps. */
export function PeopleSection({
  application: { team, partners },
}: {
  application: GrantApplication;
}) {
  const { t } = useTranslation('grant-applications');
  return (
    <Section title={t('team')}>
      {team.length === 0 && <Text c="dimmed">{t('no_team')}</Text>}
      <People rows={team.map(({ name, task }) => ({ name, about: task }))} />
      {partners.length > 0 && (
        <>
          <Title order={3} size="h4">
            {t('partners')}
          </Title>
          <People rows={partners.map(({ name, help }) => ({ name, about: help }))} />
        </>
      )}
    </Section>
  );
}

function People({ rows }: { rows: { name: string; about: string }[] }) {
  return (
    <ul className={classes.people}>
      {rows.map(({ name, about }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: people may have the same name
        <li key={index}>
          <Text fw={600}>{name}</Text>
          {about && <Text c="dimmed">{about}</Text>}
        </li>
      ))}
    </ul>
  );
}
