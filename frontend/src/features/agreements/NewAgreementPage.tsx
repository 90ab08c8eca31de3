import { NativeSelect, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { createAgreement, type NewAgreementSide } from '@/api/generated';
import { zNewAgreement } from '@/api/generated/zod.gen';
import { CaseSelect } from '@/features/grievances/CaseSelect';
import { SiteSelect } from '@/features/grievances/SiteSelect';
import { useMe } from '@/features/identity/useMe';
import { PlacePicker } from '@/features/places/PlacePicker';
import { paths } from '@/paths';
import { NewRecord } from '@/ui/forms/NewRecord';
import { TextLink } from '@/ui/links';
import { idOf } from '@/ui/listSearch';
import { useName } from '@/ui/names';
import { useSavedNotice } from '@/ui/useSavedNotice';
import { SidesField } from './SidesField';
import { useKeepAgreement } from './useKeepAgreement';

interface Values extends Record<string, unknown> {
  programme_id: string;
  title: string;
  text: string;
  place_id: string | null;
  site_id: string | null;
  grievance_id: string | null;
  meeting_id: string | null;
  sides: NewAgreementSide[];
}

/** A draft; nobody outside the programme reads it before it is opened for signature. */
export function NewAgreementPage() {
  const { t } = useTranslation('agreements');
  const search = useSearch({ from: '/desk/agreements/new' });
  const navigate = useNavigate();
  const keep = useKeepAgreement();
  const notice = useSavedNotice();
  const name = useName();
  const { programmes } = useMe();
  const initial: Values = {
    programme_id: programmes[0]?.id ?? '',
    title: '',
    text: '',
    place_id: idOf(search.place) ?? null,
    site_id: idOf(search.site) ?? null,
    grievance_id: idOf(search.case) ?? null,
    meeting_id: idOf(search.meeting) ?? null,
    sides: [{ organisation_id: null }, { place_id: idOf(search.place) ?? null }],
  };
  return (
    <NewRecord
      title={t('new')}
      back={<TextLink to={paths.agreements}>{t('title')}</TextLink>}
      labels={{
        programme_id: t('programme'),
        title: t('title_label'),
        text: t('text'),
        place_id: t('place'),
        site_id: t('site'),
        grievance_id: t('case'),
        meeting_id: t('meeting'),
        sides: t('sides'),
      }}
      schema={zNewAgreement}
      initial={initial}
      create={(request) => createAgreement(request)}
      onSaved={(saved) => {
        void keep(saved);
        notice();
        void navigate({
          to: paths.agreement,
          params: { agreementId: saved.id },
          ignoreBlocker: true,
        });
      }}
      onCancel={() => navigate({ to: paths.agreements })}
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
          <TextInput withAsterisk label={t('title_label')} {...form.getInputProps('title')} />
          <Textarea
            withAsterisk
            autosize
            minRows={8}
            label={t('text')}
            description={t('text_help')}
            {...form.getInputProps('text')}
          />
          <SidesField
            sides={form.values.sides}
            onChange={(sides) => form.setFieldValue('sides', sides)}
            errors={form.errors}
          />
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <PlacePicker withAsterisk label={t('place')} {...form.getInputProps('place_id')} />
            <SiteSelect
              label={t('site')}
              value={form.values.site_id ?? undefined}
              onChange={(id) => form.setFieldValue('site_id', id ?? null)}
              error={form.errors.site_id}
            />
            <CaseSelect
              label={t('case')}
              value={form.values.grievance_id ?? undefined}
              onChange={(id) => form.setFieldValue('grievance_id', id ?? null)}
              error={form.errors.grievance_id}
            />
          </SimpleGrid>
        </>
      )}
    </NewRecord>
  );
}
