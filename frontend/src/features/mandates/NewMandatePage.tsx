import { NativeSelect, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';
import { type Mandate, nominateRepresentative, type SpeaksFor } from '@/api/generated';
import { zNomination } from '@/api/generated/zod.gen';
import { PlacePicker } from '@/features/places/PlacePicker';
import { StakeholderPicker } from '@/features/stakeholders/StakeholderPicker';
import { paths } from '@/paths';
import { todayInBishkek } from '@/ui/calendar/month';
import { DayField } from '@/ui/forms/DayField';
import { NewRecord } from '@/ui/forms/NewRecord';
import { TextLink } from '@/ui/links';
import { idOf } from '@/ui/listSearch';
import { useSavedNotice } from '@/ui/useSavedNotice';

import { useKeepMandate } from './useKeepMandate';
import { speaksFor } from './vocabulary';

interface Values extends Record<string, unknown> {
  stakeholder_id: string | null;
  place_id: string | null;
  speaks_for: SpeaksFor;
  nominated_on: string | null;
  nominated_by: string;
  note: string;
}

const zValues = z.pipe(
  z.transform(
    ({ note, ...values }: Values) =>
      ({ ...values, note: note.trim() || null }) as z.input<typeof zNomination>,
  ),
  zNomination,
);

export function NewMandatePage() {
  const { t } = useTranslation('mandates');
  const search = useSearch({ from: '/desk/mandates/new' });
  const [stakeholder, place] = [idOf(search.stakeholder), idOf(search.place)];
  const navigate = useNavigate();
  const keep = useKeepMandate();
  const notice = useSavedNotice();
  const saved = (mandate: Mandate) => {
    void keep(mandate);
    notice();
    const params = { mandateId: mandate.id };
    return navigate({ to: paths.mandate, params, ignoreBlocker: true });
  };
  const initial: Values = {
    stakeholder_id: stakeholder ?? null,
    place_id: place ?? null,
    speaks_for: 'community',
    nominated_on: null,
    nominated_by: '',
    note: '',
  };
  return (
    <NewRecord
      title={t('nominate')}
      back={<TextLink to={paths.mandates}>{t('title')}</TextLink>}
      labels={{
        stakeholder_id: t('representative'),
        place_id: t('place'),
        speaks_for: t('speaks_for_label'),
        nominated_on: t('nominated_on'),
        nominated_by: t('nominated_by'),
        note: t('note'),
      }}
      submitLabel={t('nominate')}
      schema={zValues}
      initial={initial}
      create={(request) => nominateRepresentative(request)}
      onSaved={saved}
      onCancel={() => navigate({ to: paths.mandates })}
    >
      {(form) => (
        <>
          <StakeholderPicker
            withAsterisk
            label={t('representative')}
            description={t('representative_help')}
            {...form.getInputProps('stakeholder_id')}
          />
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <PlacePicker withAsterisk label={t('place')} {...form.getInputProps('place_id')} />
            <NativeSelect
              size="md"
              label={t('speaks_for_label')}
              data={speaksFor.map((value) => ({ value, label: t(`speaks_for.${value}`) }))}
              {...form.getInputProps('speaks_for')}
            />
            <DayField
              withAsterisk
              label={t('nominated_on')}
              maxDate={todayInBishkek()}
              {...form.getInputProps('nominated_on')}
            />
            <TextInput
              withAsterisk
              label={t('nominated_by')}
              {...form.getInputProps('nominated_by')}
            />
          </SimpleGrid>
          <Textarea autosize minRows={2} label={t('note')} {...form.getInputProps('note')} />
        </>
      )}
    </NewRecord>
  );
}
