import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { StaffGrievance } from '@/api/generated';
import { Section } from './Section';
import { Words } from './Words';

/** What the reporter said in the end: that it is done, and how content they are. */
export function OutcomeBlock({ record }: { record: StaffGrievance }) {
  const { t } = useTranslation('cases');
  const { reporter_confirmed, rating, rating_comment, second_rating } = record;
  if (!reporter_confirmed && !rating && !second_rating) return null;
  return (
    <Section title="section.outcome">
      {reporter_confirmed && <Text>{t('outcome.confirmed')}</Text>}
      {rating && <Text>{t('outcome.rating', { rating })}</Text>}
      {rating_comment && <Words lang={record.language}>{rating_comment}</Words>}
      {second_rating && (
        <>
          <Text mt="xs">{t('outcome.second_rating', { rating: second_rating.rating })}</Text>
          {second_rating.comment && <Words lang={record.language}>{second_rating.comment}</Words>}
        </>
      )}
    </Section>
  );
}
