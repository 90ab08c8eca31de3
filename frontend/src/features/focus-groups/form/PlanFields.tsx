import {
  Fieldset,
  MultiSelect,
  NativeSelect,
  SimpleGrid,
  Stack,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SiteSelect } from '@/features/grievances/SiteSelect';
import { useStaff } from '@/features/grievances/useStaff';
import { useMe } from '@/features/identity/useMe';
import { PlacePicker } from '@/features/places/PlacePicker';
import type { FieldSource } from '@/ui/forms/NamesFields';
import { useName } from '@/ui/names';
import { kinds } from '../list/query';
import { spokenLanguages } from '../vocabulary';
import { BalanceNotice } from './BalanceNotice';
import { ExpectedFields } from './ExpectedFields';
import { StartFields } from './StartFields';
import type { PlanValues } from './values';

export type PlanForm = FieldSource & { values: PlanValues };

interface Props {
  form: PlanForm;
  /** The group that is planned anew; it is not counted twice. */
  id?: string;
}

/** A plan: about what, where, when, with whom, and whom the area would hear with it. */
export function PlanFields({ form, id }: Props) {
  const { t } = useTranslation('focus-groups');
  const name = useName();
  const { programmes } = useMe();
  const staff = useStaff();
  const site = form.getInputProps('site_id');
  return (
    <>
      {!id && programmes.length > 1 && (
        <NativeSelect
          withAsterisk
          label={t('programme')}
          data={programmes.map((each) => ({ value: each.id, label: name(each.names) }))}
          {...form.getInputProps('programme_id')}
        />
      )}
      <TextInput
        withAsterisk
        label={t('topic')}
        description={t('topic_help')}
        {...form.getInputProps('title')}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <OneOf
          form={form}
          path="kind"
          label={t('kind_label')}
          choices={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
        <PlacePicker withAsterisk label={t('place')} {...form.getInputProps('place_id')} />
        <SiteSelect
          label={t('site')}
          error={site.error}
          value={form.values.site_id ?? undefined}
          onChange={(chosen) => site.onChange(chosen ?? null)}
        />
        <StartFields form={form} />
      </SimpleGrid>
      <TextInput
        withAsterisk
        label={t('venue')}
        description={t('venue_help')}
        {...form.getInputProps('venue')}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <OneOf form={form} path="facilitator_id" label={t('facilitator')} choices={staff} />
        <OneOf optional form={form} path="note_taker_id" label={t('note_taker')} choices={staff} />
      </SimpleGrid>
      <MultiSelect
        withAsterisk
        hidePickedOptions
        label={t('languages')}
        data={spokenLanguages.map((value) => ({ value, label: t(`language.${value}`) }))}
        {...form.getInputProps('languages')}
      />
      <Fieldset legend={t('expected')}>
        <Stack>
          <ExpectedFields form={form} />
          <BalanceNotice values={form.values} id={id} />
        </Stack>
      </Fieldset>
      <Textarea
        autosize
        minRows={3}
        label={t('topic_guide')}
        description={t('topic_guide_help')}
        {...form.getInputProps('topic_guide')}
      />
      <Textarea
        autosize
        minRows={2}
        label={t('ground_rules')}
        description={t('ground_rules_help')}
        {...form.getInputProps('ground_rules')}
      />
    </>
  );
}

interface OneOfProps {
  form: FieldSource;
  path: string;
  label: string;
  optional?: boolean;
  choices: { value: string; label: string }[];
}

function OneOf({ form, path, label, optional = false, choices }: OneOfProps) {
  const { t } = useTranslation(['focus-groups', 'records']);
  const { value, onChange, ...input } = form.getInputProps(path);
  return (
    <NativeSelect
      size="md"
      withAsterisk={!optional}
      label={label}
      data={[
        { value: '', label: t(optional ? 'records:none' : 'focus-groups:choose') },
        ...choices,
      ]}
      value={value ?? ''}
      onChange={({ currentTarget }) => onChange(currentTarget.value || null)}
      {...input}
    />
  );
}
