import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/features/identity/useMe';
import { NamesFields } from '@/ui/forms/NamesFields';
import type { ApiForm } from '@/ui/forms/useApiForm';
import { useName } from '@/ui/names';
import { BodiesFields } from './BodiesFields';
import type { LetterValues } from './values';

interface Props {
  form: ApiForm<LetterValues>;
  isNew: boolean;
}

export function LetterFields({ form, isNew }: Props) {
  const { t } = useTranslation('letters');
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
      <NamesFields form={form} path="names" legend={t('name')} help={t('name_help')} />
      <BodiesFields form={form} />
    </>
  );
}
