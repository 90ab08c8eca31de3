import { useTranslation } from 'react-i18next';
import { MomentFields } from '@/ui/forms/MomentFields';
import type { FieldSource } from '@/ui/forms/NamesFields';

interface Props {
  form: FieldSource;
  path: 'starts_at' | 'ends_at';
}

/** When a meeting begins or ends. */
export function WhenFields({ form, path }: Props) {
  const { t } = useTranslation('meetings');
  const end = form.getInputProps('ends_at');
  // Most meetings end on the day on which they begin.
  const endToo = (day: string) => {
    if (String(end.value).startsWith('T')) end.onChange(`${day}${end.value}`);
  };
  return (
    <MomentFields
      form={form}
      path={path}
      dayLabel={t(`${path}_day`)}
      timeLabel={t(`${path}_time`)}
      timeHelp={t('time_help')}
      onDay={path === 'starts_at' ? endToo : undefined}
    />
  );
}
