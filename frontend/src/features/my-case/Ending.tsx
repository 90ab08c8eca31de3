import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MyCase } from '@/api/generated/public';
import { useFormats } from '@/ui/formats';

/** Why a case ended where nobody agreed on a solution, and who has it now. */
export function Ending({ mine: { decision, referral } }: { mine: MyCase }) {
  const { t } = useTranslation('my-case');
  const { date } = useFormats();
  const parts = [
    { title: t('ending.reason'), text: decision?.reason },
    { title: t('ending.elsewhere'), text: decision?.elsewhere },
    {
      title: t('ending.referred_to'),
      text: referral && `${referral.external_body}, ${date(referral.at)}`,
    },
    { title: t('ending.passed_on'), text: referral?.passed_on },
    { title: t('ending.reply'), text: referral && (referral.reply ?? t('ending.no_reply')) },
  ].filter(({ text }) => text);
  if (parts.length === 0) return null;
  return (
    <Stack component="section" gap="md">
      {parts.map(({ title, text }) => (
        <div key={title}>
          <Title order={2}>{title}</Title>
          <Text style={{ whiteSpace: 'pre-line' }}>{text}</Text>
        </div>
      ))}
    </Stack>
  );
}
