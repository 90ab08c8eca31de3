import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { GrievanceSummary } from '@/api/generated';
import { GrievanceCard } from '@/features/grievances/list/GrievanceCard';
import cards from '@/features/grievances/list/GrievanceCard.module.css';
import { HomeSection } from './HomeSection';

export function ChangedCases({ changed }: { changed: GrievanceSummary[] }) {
  const { t } = useTranslation('home');
  return (
    <HomeSection title={t('changed.title')}>
      {changed.length === 0 && <Text c="dimmed">{t('changed.none')}</Text>}
      <ul className={cards.cards}>
        {changed.map((summary) => (
          <GrievanceCard key={summary.id} summary={summary} withState />
        ))}
      </ul>
    </HomeSection>
  );
}
