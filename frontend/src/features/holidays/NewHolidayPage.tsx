import { Checkbox, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { createHoliday } from '@/api/generated';
import { listHolidaysQueryKey } from '@/api/generated/@tanstack/react-query.gen';
import { zNewHoliday } from '@/api/generated/zod.gen';
import { useRefresh } from '@/api/useKeepRecord';
import { paths } from '@/paths';
import { DayField } from '@/ui/forms/DayField';
import { NamesFields, namesLabels } from '@/ui/forms/NamesFields';
import { NewRecord } from '@/ui/forms/NewRecord';
import { TextLink } from '@/ui/links';
import { useSavedNotice } from '@/ui/useSavedNotice';

const noHoliday = {
  day: '',
  names: { ky: '', ru: '', en: '' },
  worked: false,
  confirmed: true,
  source: '',
};

export function NewHolidayPage() {
  const { t } = useTranslation('holidays');
  const navigate = useNavigate();
  const notice = useSavedNotice();
  const refresh = useRefresh(listHolidaysQueryKey());
  const back = (year?: number) =>
    navigate({ to: paths.holidays, search: { year }, ignoreBlocker: year !== undefined });
  const labels = {
    day: t('day'),
    source: t('source'),
    ...namesLabels('names', t('names')),
  };
  return (
    <NewRecord
      title={t('new')}
      back={<TextLink to={paths.holidays}>{t('title')}</TextLink>}
      labels={labels}
      schema={zNewHoliday}
      initial={noHoliday}
      create={(request) => createHoliday(request)}
      onSaved={({ day }) => {
        notice();
        void refresh();
        void back(Number(day.slice(0, 4)));
      }}
      onCancel={() => back()}
    >
      {(form) => (
        <>
          <DayField withAsterisk label={labels.day} {...form.getInputProps('day')} />
          <NamesFields form={form} path="names" legend={t('names')} />
          <TextInput
            withAsterisk
            label={labels.source}
            description={t('source_help')}
            {...form.getInputProps('source')}
          />
          <Checkbox
            label={t('confirmed_label')}
            description={t('confirmed_help')}
            {...form.getInputProps('confirmed', { type: 'checkbox' })}
          />
          <Checkbox
            label={t('worked_label')}
            description={t('worked_help')}
            {...form.getInputProps('worked', { type: 'checkbox' })}
          />
        </>
      )}
    </NewRecord>
  );
}
