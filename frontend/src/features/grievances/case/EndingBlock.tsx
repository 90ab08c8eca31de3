import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { StaffGrievance } from '@/api/generated';
import { useFormats } from '@/ui/formats';
import { Section } from './Section';
import { Words } from './Words';

/** Why it ended, in the words that the reporter reads. */
export function EndingBlock({ record: { decision } }: { record: StaffGrievance }) {
  const { t } = useTranslation('cases');
  if (!decision) return null;
  const { reason, elsewhere } = decision;
  return (
    <Section title="section.ending">
      <Words>{reason}</Words>
      {elsewhere && (
        <Text mt="xs">
          <Text span fw={600}>
            {t('field.elsewhere')}:
          </Text>{' '}
          {elsewhere}
        </Text>
      )}
    </Section>
  );
}

/** Somebody asks to close the case: whoever else reads this may be the second person. */
export function ClosingBlock({ record: { closing, actions } }: { record: StaffGrievance }) {
  const { t } = useTranslation('cases');
  const { dateTime } = useFormats();
  if (!closing) return null;
  const { reason, by, at } = closing;
  return (
    <Section title="section.closing">
      <Words>{reason}</Words>
      <Text size="sm" c="dimmed" mt="xs">
        {[by?.name, dateTime(at)].filter(Boolean).join(' · ')}
      </Text>
      {!actions.includes('confirm_closing_grievance') && (
        <Text size="sm" mt={4} data-no-print>
          {t('closing.second_person')}
        </Text>
      )}
    </Section>
  );
}
