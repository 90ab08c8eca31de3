import { DateInput, type DateInputProps } from '@mantine/dates';
import dayjs from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n/useLanguage';
import { Icon } from '../Icon';

// Without it 03.11.2026 is read as the eleventh of March.
dayjs.extend(customParseFormat);

/** A calendar day, typed as 23.11.2026 or chosen from a month that begins on Monday. */
export function DayField(props: DateInputProps) {
  const { t } = useTranslation('records');
  return (
    <DateInput
      locale={useLanguage()}
      valueFormat="DD.MM.YYYY"
      placeholder={t('day_placeholder')}
      firstDayOfWeek={1}
      leftSection={<Icon name="calendar" />}
      previousLabel={t('previous')}
      nextLabel={t('next')}
      clearButtonProps={{ 'aria-label': t('clear_day') }}
      {...props}
    />
  );
}
