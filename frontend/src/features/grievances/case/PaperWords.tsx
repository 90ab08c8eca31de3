import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CasePaper } from '@/api/generated';
import { useFormats } from '@/ui/formats';

/** Which sheet a case came on, and whether it lay too long. */
export function PaperWords({
  paper: { number, received_on, entered_at, late },
}: {
  paper: CasePaper;
}) {
  const { t } = useTranslation('cases');
  const { date } = useFormats();
  return (
    <>
      {t('paper.received', { number, date: date(received_on) })}
      {late && (
        <Text size="sm" c="var(--mantine-color-error)">
          {t('paper.late', { date: date(entered_at) })}
        </Text>
      )}
    </>
  );
}
