import {
  Fieldset,
  NativeSelect,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStaff } from '@/features/grievances/useStaff';
import { useMe } from '@/features/identity/useMe';
import { StakeholdersPicker } from '@/features/stakeholders/StakeholderPicker';
import { todayInBishkek } from '@/ui/calendar/month';
import { DayField } from '@/ui/forms/DayField';
import type { FieldSource } from '@/ui/forms/NamesFields';
import { useName } from '@/ui/names';
import { channels } from '../filters';

interface Props {
  form: FieldSource;
  isNew?: boolean;
  /** What is done is opened again before it is changed. */
  followUpDone?: boolean;
}

/** When, how and with whom; what was said; what is to follow. */
export function EngagementFields({ form, isNew = false, followUpDone = false }: Props) {
  const { t } = useTranslation('engagements');
  const name = useName();
  const { programmes } = useMe();
  const staff = useStaff();
  return (
    <>
      {isNew && programmes.length > 1 && (
        <NativeSelect
          withAsterisk
          size="md"
          label={t('programme')}
          data={programmes.map(({ id, names }) => ({ value: id, label: name(names) }))}
          {...form.getInputProps('programme_id')}
        />
      )}
      <StakeholdersPicker
        withAsterisk
        label={t('with')}
        description={t('with_help')}
        {...form.getInputProps('stakeholder_ids')}
      />
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <DayField
          withAsterisk
          label={t('day')}
          maxDate={todayInBishkek()}
          {...form.getInputProps('day')}
        />
        <Choice
          form={form}
          path="channel"
          label={t('channel_label')}
          choices={channels.map((value) => ({ value, label: t(`channel.${value}`) }))}
        />
        <Choice form={form} path="by_id" label={t('by')} choices={staff} />
      </SimpleGrid>
      <Textarea
        autosize
        withAsterisk
        minRows={4}
        label={t('summary')}
        description={t('summary_help')}
        {...form.getInputProps('summary')}
      />
      <Fieldset legend={t('follow_up')} disabled={followUpDone}>
        <Stack>
          <Text size="sm">{t(followUpDone ? 'follow_up_is_done' : 'follow_up_help')}</Text>
          <TextInput label={t('task')} {...form.getInputProps('follow_up.task')} />
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <Choice
              form={form}
              path="follow_up.owner_id"
              label={t('owner')}
              choices={staff}
              optional
            />
            <DayField
              clearable
              label={t('due_on')}
              disabled={followUpDone}
              {...form.getInputProps('follow_up.due_on')}
            />
          </SimpleGrid>
        </Stack>
      </Fieldset>
    </>
  );
}

interface ChoiceProps {
  form: FieldSource;
  path: string;
  label: string;
  choices: { value: string; label: string }[];
  optional?: boolean;
}

function Choice({ form, path, label, choices, optional = false }: ChoiceProps) {
  const { t } = useTranslation('engagements');
  const { value, onChange, ...input } = form.getInputProps(path);
  return (
    <NativeSelect
      size="md"
      withAsterisk={!optional}
      label={label}
      data={[{ value: '', label: t('choose') }, ...choices]}
      value={value ?? ''}
      onChange={({ currentTarget }) => onChange(currentTarget.value || null)}
      {...input}
    />
  );
}
