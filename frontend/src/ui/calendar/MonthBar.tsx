import { Button, Checkbox, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/ui/formats';
import { Icon } from '@/ui/Icon';
import { monthOf, shifted } from './month';

interface Props {
  month: string;
  mine: boolean;
  mineLabel: string;
  onChange: (change: { month?: string; mine?: true }) => void;
}

/** Which month, and the ways to others. */
export function MonthBar({ month, mine, mineLabel, onChange }: Props) {
  const { t } = useTranslation('records');
  const formats = useFormats();
  const turn = (by: number) => onChange({ month: shifted(month, by) });
  return (
    <Group justify="space-between" my="md" data-no-print>
      <Group gap="xs">
        <Button
          variant="default"
          px="sm"
          aria-label={t('calendar.previous')}
          onClick={() => turn(-1)}
        >
          <Icon name="arrowLeft" />
        </Button>
        <Text component="h2" fw={600} size="lg" aria-live="polite" miw="10rem" ta="center">
          {formats.month(month)}
        </Text>
        <Button variant="default" px="sm" aria-label={t('calendar.next')} onClick={() => turn(1)}>
          <Icon name="arrowRight" />
        </Button>
        <Button variant="default" onClick={() => onChange({ month: monthOf(undefined) })}>
          {t('calendar.today')}
        </Button>
      </Group>
      <Checkbox
        size="md"
        label={mineLabel}
        checked={mine}
        onChange={({ currentTarget }) =>
          onChange({ mine: currentTarget.checked ? true : undefined })
        }
      />
    </Group>
  );
}
