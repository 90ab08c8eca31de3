import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Total } from '@/api/generated';
import { ExportButton } from '@/features/exports/ExportButton';
import { useFormats } from '@/ui/formats';
import { Icon } from '@/ui/Icon';

interface Props {
  total?: Total | null;
  shown: number;
  /** The list's query, as an export takes it. */
  query: string;
}

export function ListSummary({ total, shown, query }: Props) {
  const { t } = useTranslation('cases');
  const { number } = useFormats();
  const words =
    total &&
    t('shown_of', {
      shown: number(shown),
      total: total.exact ? number(total.count) : `${number(total.count)}+`,
    });
  return (
    <Group justify="space-between" my="sm" mih={42}>
      <Text role="status" c="dimmed">
        {words}
      </Text>
      <Group gap="sm">
        {shown > 0 && <ExportButton list="grievances" query={query} />}
        {shown > 0 && (
          <Button
            variant="default"
            size="sm"
            leftSection={<Icon name="print" size={18} />}
            data-no-print
            onClick={() => window.print()}
          >
            {t('print')}
          </Button>
        )}
      </Group>
    </Group>
  );
}
