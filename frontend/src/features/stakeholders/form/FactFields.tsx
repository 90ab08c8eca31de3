import {
  MultiSelect,
  NativeSelect,
  Radio,
  SimpleGrid,
  Stack,
  TagsInput,
  TextInput,
} from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/features/identity/useMe';
import { OrganisationPicker } from '@/features/organisations/OrganisationPicker';
import { PlacePicker } from '@/features/places/PlacePicker';
import type { FieldSource } from '@/ui/forms/NamesFields';
import { useName } from '@/ui/names';
import { categories } from '../filters';
import { kinds, spokenLanguages } from '../vocabulary';
import { PersonFields } from './PersonFields';
import type { FactValues } from './values';

interface Props {
  form: FieldSource & { values: FactValues };
  isNew: boolean;
}

/** What is recorded of somebody. Whether it is a person or a group is said once. */
export function FactFields({ form, isNew }: Props) {
  const { t } = useTranslation('stakeholders');
  const name = useName();
  const { programmes } = useMe();
  return (
    <>
      {isNew && programmes.length > 1 && (
        <NativeSelect
          withAsterisk
          label={t('programme')}
          data={programmes.map(({ id, names }) => ({ value: id, label: name(names) }))}
          {...form.getInputProps('programme_id')}
        />
      )}
      {isNew && (
        <Radio.Group label={t('kind_label')} {...form.getInputProps('kind')}>
          <Stack gap="xs" mt="xs">
            {kinds.map((kind) => (
              <Radio key={kind} value={kind} label={t(`kind.${kind}`)} />
            ))}
          </Stack>
        </Radio.Group>
      )}
      <TextInput
        withAsterisk
        label={t('name')}
        description={t('name_help')}
        {...form.getInputProps('name')}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <CategorySelect form={form} />
        <TextInput
          label={t('position')}
          description={t('position_help')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...form.getInputProps('position')}
        />
        <PlacePicker withAsterisk label={t('place')} {...form.getInputProps('place_id')} />
        <OrganisationPicker
          clearable
          label={t('organisation')}
          {...form.getInputProps('organisation_id')}
        />
      </SimpleGrid>
      {form.values.kind === 'person' && <PersonFields form={form} />}
      <MultiSelect
        hidePickedOptions
        label={t('languages')}
        data={spokenLanguages.map((value) => ({ value, label: t(`language.${value}`) }))}
        {...form.getInputProps('languages')}
      />
      <TagsInput
        label={t('tags')}
        description={t('tags_help')}
        maxTags={20}
        splitChars={[',', ';']}
        {...form.getInputProps('tags')}
      />
    </>
  );
}

function CategorySelect({ form }: { form: FieldSource }) {
  const { t } = useTranslation('stakeholders');
  const { value, ...input } = form.getInputProps('category');
  return (
    <NativeSelect
      withAsterisk
      size="md"
      label={t('category_label')}
      data={[
        { value: '', label: t('choose') },
        ...categories.map((each) => ({ value: each, label: t(`category.${each}`) })),
      ]}
      value={value ?? ''}
      {...input}
    />
  );
}
