import { Input, NativeSelect, SimpleGrid, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { createCommitment } from '@/api/generated';
import { getGrievanceOptions } from '@/api/generated/@tanstack/react-query.gen';
import { zNewCommitment } from '@/api/generated/zod.gen';
import { CaseSelect } from '@/features/grievances/CaseSelect';
import { SiteSelect } from '@/features/grievances/SiteSelect';
import { useMe } from '@/features/identity/useMe';
import { OrganisationPicker } from '@/features/organisations/OrganisationPicker';
import { PlacePicker } from '@/features/places/PlacePicker';
import { paths } from '@/paths';
import { todayInBishkek } from '@/ui/calendar/month';
import { DayField } from '@/ui/forms/DayField';
import { NewRecord } from '@/ui/forms/NewRecord';
import { TextLink } from '@/ui/links';
import { idOf } from '@/ui/listSearch';
import { useName } from '@/ui/names';
import { useSavedNotice } from '@/ui/useSavedNotice';
import { useKeepCommitment } from './useKeepCommitment';

interface Values extends Record<string, unknown> {
  programme_id: string;
  what: string;
  organisation_id: string | null;
  place_id: string | null;
  site_id: string | null;
  grievance_id: string | null;
  agreement_id: string | null;
  made_on: string | null;
  due_on: string | null;
}

/** What somebody promised; opened from a case, it is promised to settle that case. */
export function NewCommitmentPage() {
  const { t } = useTranslation('commitments');
  const search = useSearch({ from: '/desk/commitments/new' });
  const navigate = useNavigate();
  const keep = useKeepCommitment();
  const notice = useSavedNotice();
  const name = useName();
  const { programmes } = useMe();
  const given = idOf(search.case);
  const initial: Values = {
    programme_id: programmes[0]?.id ?? '',
    what: '',
    organisation_id: null,
    place_id: idOf(search.place) ?? null,
    site_id: idOf(search.site) ?? null,
    grievance_id: given ?? null,
    agreement_id: idOf(search.agreement) ?? null,
    made_on: null,
    due_on: null,
  };
  return (
    <NewRecord
      title={t('new')}
      back={<TextLink to={paths.commitments}>{t('title')}</TextLink>}
      labels={{
        programme_id: t('programme'),
        what: t('what'),
        organisation_id: t('owner'),
        place_id: t('place'),
        site_id: t('site'),
        grievance_id: t('case'),
        made_on: t('made_on'),
        due_on: t('due_on'),
      }}
      schema={zNewCommitment}
      initial={initial}
      create={(request) => createCommitment(request)}
      onSaved={(saved) => {
        void keep(saved);
        notice();
        void navigate({
          to: paths.commitment,
          params: { commitmentId: saved.id },
          ignoreBlocker: true,
        });
      }}
      onCancel={() => navigate({ to: paths.commitments })}
    >
      {(form) => (
        <>
          {programmes.length > 1 && (
            <NativeSelect
              withAsterisk
              size="md"
              label={t('programme')}
              data={programmes.map(({ id, names }) => ({ value: id, label: name(names) }))}
              {...form.getInputProps('programme_id')}
            />
          )}
          <Textarea
            withAsterisk
            autosize
            minRows={3}
            label={t('what')}
            description={t('what_help')}
            {...form.getInputProps('what')}
          />
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <OrganisationPicker
              withAsterisk
              label={t('owner')}
              {...form.getInputProps('organisation_id')}
            />
            <PlacePicker withAsterisk label={t('place')} {...form.getInputProps('place_id')} />
            <SiteSelect
              label={t('site')}
              value={form.values.site_id ?? undefined}
              onChange={(id) => form.setFieldValue('site_id', id ?? null)}
              error={form.errors.site_id}
            />
            {given ? (
              <GivenCase id={given} error={form.errors.grievance_id} />
            ) : (
              <CaseSelect
                label={t('case')}
                description={t('case_help')}
                value={form.values.grievance_id ?? undefined}
                onChange={(id) => form.setFieldValue('grievance_id', id ?? null)}
                error={form.errors.grievance_id}
              />
            )}
            <DayField
              clearable
              label={t('made_on')}
              description={t('made_on_help')}
              maxDate={todayInBishkek()}
              {...form.getInputProps('made_on')}
            />
            <DayField withAsterisk label={t('due_on')} {...form.getInputProps('due_on')} />
          </SimpleGrid>
        </>
      )}
    </NewRecord>
  );
}

/** The case from whose page this one was opened. */
function GivenCase({ id, error }: { id: string; error?: ReactNode }) {
  const { t } = useTranslation('commitments');
  const { data } = useQuery(getGrievanceOptions({ path: { id } }));
  return (
    <Input.Wrapper label={t('case')} description={t('case_help')} error={error}>
      <Text>{data?.reference}</Text>
    </Input.Wrapper>
  );
}
