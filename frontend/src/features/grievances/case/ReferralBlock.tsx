import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { StaffGrievance } from '@/api/generated';
import { Facts } from '@/ui/Facts';
import { useFormats } from '@/ui/formats';
import { Section } from './Section';

export function ReferralBlock({ record: { referral } }: { record: StaffGrievance }) {
  const { t } = useTranslation('cases');
  const { dateTime } = useFormats();
  if (!referral) return null;
  const { external_body, passed_on, consent, at, by, reply, replied_at } = referral;
  return (
    <Section title="section.referral">
      <Facts
        facts={[
          { label: t('field.external_body'), value: external_body },
          { label: t('field.passed_on'), value: passed_on },
          { label: t('field.consent'), value: consent },
          { label: t('field.reply'), value: reply },
        ]}
        none={t('referral.no_reply')}
      />
      <Text size="sm" c="dimmed" mt="xs">
        {[by?.name, dateTime(at), replied_at && t('referral.replied', { at: dateTime(replied_at) })]
          .filter(Boolean)
          .join(' · ')}
      </Text>
    </Section>
  );
}
