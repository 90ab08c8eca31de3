import { Fieldset, Stack, Text, Textarea } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { createImpact } from '@/api/generated';
import { useMe } from '@/features/identity/useMe';
import { paths } from '@/paths';
import { todayInBishkek } from '@/ui/calendar/month';
import { DayField } from '@/ui/forms/DayField';
import { NewRecord } from '@/ui/forms/NewRecord';
import { TextLink } from '@/ui/links';
import { useImpactSaved } from '../useImpactSaved';
import { ImpactFields } from './ImpactFields';
import { useImpactLabels } from './useImpactLabels';
import { noImpact, zNewValues } from './values';

export function NewImpactPage() {
  const { t } = useTranslation('impacts');
  const navigate = useNavigate();
  const [programme] = useMe().programmes;
  return (
    <NewRecord
      title={t('new')}
      back={<TextLink to={paths.impacts}>{t('title')}</TextLink>}
      labels={useImpactLabels()}
      schema={zNewValues}
      initial={noImpact(programme?.id ?? '')}
      create={(request) => createImpact(request)}
      onSaved={useImpactSaved()}
      onCancel={() => navigate({ to: paths.impacts })}
    >
      {(form) => (
        <>
          <ImpactFields isNew form={form} />
          <Fieldset legend={t('source_new')}>
            <Stack>
              <Text size="sm">{t('observed_help')}</Text>
              <Textarea
                autosize
                minRows={2}
                label={t('observed')}
                {...form.getInputProps('observed')}
                error={form.errors['sources.0.observed']}
              />
              <DayField
                clearable
                label={t('observed_on')}
                maxDate={todayInBishkek()}
                {...form.getInputProps('observed_on')}
                error={form.errors['sources.0.day']}
              />
            </Stack>
          </Fieldset>
        </>
      )}
    </NewRecord>
  );
}
