import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Consent } from '@/api/generated';

/** How somebody agreed to their case being written down by another. */
export function ConsentWords({ consent: { given, note } }: { consent: Consent }) {
  const { t } = useTranslation('cases');
  return (
    <>
      {given && t(`consent.${given}`)}
      {note && (
        <Text size="sm" c="dimmed">
          {note}
        </Text>
      )}
    </>
  );
}
