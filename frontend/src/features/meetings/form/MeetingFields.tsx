import { MultiSelect, NativeSelect, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { spokenLanguages } from '@/features/focus-groups/vocabulary';
import { SiteSelect } from '@/features/grievances/SiteSelect';
import { useStaff } from '@/features/grievances/useStaff';
import { PlacePicker } from '@/features/places/PlacePicker';
import type { FieldSource } from '@/ui/forms/NamesFields';
import { kinds, visibilities } from '../vocabulary';
import type { MeetingValues } from './values';
import { WhenFields } from './WhenFields';

/** A dialog lies above everything that the page itself puts in front. */
const inPlace = { withinPortal: false };

interface Props {
  form: FieldSource & { values: MeetingValues };
  /** Whether people were told when it is: the time is no field then. */
  told?: boolean;
}

/** A plan: about what, where, when, who leads it, in which languages and under which rules. */
export function MeetingFields({ form, told = false }: Props) {
  const { t } = useTranslation(['meetings', 'focus-groups']);
  const staff = useStaff();
  const site = form.getInputProps('site_id');
  const languages = spokenLanguages.map((value) => ({
    value,
    label: t(`focus-groups:language.${value}`),
  }));
  return (
    <>
      <TextInput
        withAsterisk
        label={t('meetings:title_label')}
        description={t('meetings:title_help')}
        {...form.getInputProps('title')}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <NativeSelect
          size="md"
          withAsterisk
          label={t('meetings:kind_label')}
          data={kinds.map((value) => ({ value, label: t(`meetings:kind.${value}`) }))}
          {...form.getInputProps('kind')}
        />
        <PlacePicker
          withAsterisk
          comboboxProps={inPlace}
          label={t('meetings:place')}
          {...form.getInputProps('place_id')}
        />
        <SiteSelect
          label={t('meetings:site')}
          error={site.error}
          value={form.values.site_id ?? undefined}
          onChange={(chosen) => site.onChange(chosen ?? null)}
        />
        <TextInput
          label={t('meetings:venue')}
          description={t('meetings:venue_help')}
          {...form.getInputProps('venue')}
        />
        {!told && <WhenFields form={form} path="starts_at" />}
        {!told && <WhenFields form={form} path="ends_at" />}
        <NativeSelect
          size="md"
          withAsterisk
          label={t('meetings:facilitator')}
          data={staff}
          {...form.getInputProps('facilitator_id')}
        />
        <NativeSelect
          size="md"
          withAsterisk
          label={t('meetings:visibility_label')}
          data={visibilities.map((value) => ({ value, label: t(`meetings:visibility.${value}`) }))}
          {...form.getInputProps('visibility')}
        />
        <MultiSelect
          withAsterisk
          hidePickedOptions
          comboboxProps={inPlace}
          label={t('meetings:languages')}
          data={languages}
          {...form.getInputProps('languages')}
        />
        <MultiSelect
          hidePickedOptions
          comboboxProps={inPlace}
          label={t('meetings:interpreters')}
          data={languages}
          {...form.getInputProps('interpreters')}
        />
      </SimpleGrid>
      <Textarea
        autosize
        minRows={3}
        label={t('meetings:ground_rules')}
        description={t('meetings:ground_rules_help')}
        {...form.getInputProps('ground_rules')}
      />
    </>
  );
}
