import {
  Checkbox,
  NativeSelect,
  Radio,
  SimpleGrid,
  Stack,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SiteSelect } from '@/features/grievances/SiteSelect';
import { useMe } from '@/features/identity/useMe';
import { PlacePicker } from '@/features/places/PlacePicker';
import { todayInBishkek } from '@/ui/calendar/month';
import { DayField } from '@/ui/forms/DayField';
import type { FieldSource } from '@/ui/forms/NamesFields';
import { useName } from '@/ui/names';
import { bases, categories, degrees, directions, extents, groups } from '../vocabulary';

interface Props {
  form: FieldSource;
  isNew: boolean;
}

/** What is recorded of an impact. */
export function ImpactFields({ form, isNew }: Props) {
  const { t } = useTranslation(['impacts', 'cases']);
  const name = useName();
  const { programmes } = useMe();
  const site = form.getInputProps('site_id');
  return (
    <>
      {isNew && programmes.length > 1 && (
        <NativeSelect
          withAsterisk
          size="md"
          label={t('impacts:programme')}
          data={programmes.map(({ id, names }) => ({ value: id, label: name(names) }))}
          {...form.getInputProps('programme_id')}
        />
      )}
      <TextInput
        withAsterisk
        label={t('impacts:title_label')}
        description={t('impacts:title_help')}
        {...form.getInputProps('title')}
      />
      <Textarea
        withAsterisk
        autosize
        minRows={3}
        label={t('impacts:description')}
        description={t('impacts:description_help')}
        {...form.getInputProps('description')}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Choices
          form={form}
          path="direction"
          label={t('impacts:direction_label')}
          values={directions}
          words={(value) => t(`impacts:direction.${value}`)}
        />
        <Choices
          form={form}
          path="basis"
          label={t('impacts:basis_label')}
          values={bases}
          words={(value) => t(`impacts:basis.${value}`)}
        />
        <Pick
          form={form}
          path="category"
          label={t('impacts:category_label')}
          choices={categories.map((value) => ({ value, label: t(`cases:category.${value}`) }))}
        />
        <Pick
          form={form}
          path="extent"
          label={t('impacts:extent_label')}
          choices={extents.map((value) => ({ value, label: t(`impacts:extent.${value}`) }))}
        />
        <Degree form={form} path="severity" />
        <Degree form={form} path="likelihood" />
      </SimpleGrid>
      <Checkbox.Group
        withAsterisk
        label={t('impacts:affected_label')}
        {...form.getInputProps('affected')}
      >
        <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="xs" mt="xs">
          {groups.map((value) => (
            <Checkbox key={value} value={value} label={t(`impacts:group.${value}`)} />
          ))}
        </SimpleGrid>
      </Checkbox.Group>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <PlacePicker withAsterisk label={t('impacts:place')} {...form.getInputProps('place_id')} />
        <SiteSelect
          label={t('impacts:site')}
          value={site.value ?? undefined}
          onChange={(id) => site.onChange(id ?? null)}
          error={site.error}
        />
        <DayField
          clearable
          label={t('impacts:reported_on')}
          description={t('impacts:reported_on_help')}
          maxDate={todayInBishkek()}
          {...form.getInputProps('reported_on')}
        />
      </SimpleGrid>
    </>
  );
}

interface ChoicesProps<Value extends string> {
  form: FieldSource;
  path: string;
  label: string;
  values: readonly Value[];
  words: (value: Value) => string;
}

function Choices<Value extends string>(props: ChoicesProps<Value>) {
  const { form, path, label, values, words } = props;
  return (
    <Radio.Group label={label} {...form.getInputProps(path)}>
      <Stack gap="xs" mt="xs">
        {values.map((value) => (
          <Radio key={value} value={value} label={words(value)} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

interface PickProps {
  form: FieldSource;
  path: string;
  label: string;
  description?: string;
  choices: { value: string; label: string }[];
}

function Pick({ form, path, label, description, choices }: PickProps) {
  const { t } = useTranslation('impacts');
  const { value, ...input } = form.getInputProps(path);
  return (
    <NativeSelect
      withAsterisk
      size="md"
      label={label}
      description={description}
      data={[{ value: '', label: t('choose') }, ...choices]}
      value={value ?? ''}
      {...input}
    />
  );
}

function Degree({ form, path }: { form: FieldSource; path: 'severity' | 'likelihood' }) {
  const { t } = useTranslation('impacts');
  const { value, onChange, ...input } = form.getInputProps(path);
  return (
    <NativeSelect
      withAsterisk
      size="md"
      label={t(path)}
      description={t(`${path}_help`)}
      data={[
        { value: '', label: t('choose') },
        ...degrees.map((degree) => ({
          value: String(degree),
          label: `${degree} · ${t(`${path}_of.${degree}`)}`,
        })),
      ]}
      value={value ? String(value) : ''}
      onChange={({ currentTarget }) =>
        onChange(currentTarget.value === '' ? null : Number(currentTarget.value))
      }
      {...input}
    />
  );
}
