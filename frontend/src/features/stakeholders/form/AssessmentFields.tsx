import { NativeSelect, SimpleGrid, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FieldSource } from '@/ui/forms/NamesFields';
import { degrees, stanceKey, stances } from '../vocabulary';

interface Props {
  form: FieldSource;
  /** Ends in a dot where it is a part of a longer form. */
  path?: string;
  required?: boolean;
}

/** Influence, interest, stance and why. */
export function AssessmentFields({ form, path = '', required = false }: Props) {
  const { t } = useTranslation('stakeholders');
  const select = (field: 'influence' | 'interest' | 'stance', label: string) => {
    const { value, onChange, ...input } = form.getInputProps(`${path}${field}`);
    const values = field === 'stance' ? stances : degrees;
    const words = (one: number) =>
      field === 'stance' ? t(`stance.${stanceKey(one)}`) : t('degree', { degree: one });
    return (
      <NativeSelect
        size="md"
        withAsterisk={required}
        label={label}
        data={[
          { value: '', label: t('choose') },
          ...values.map((one) => ({ value: String(one), label: words(one) })),
        ]}
        value={value === null ? '' : String(value)}
        onChange={({ currentTarget }) =>
          onChange(currentTarget.value === '' ? null : Number(currentTarget.value))
        }
        {...input}
      />
    );
  };
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        {select('influence', t('influence'))}
        {select('interest', t('interest'))}
        {select('stance', t('stance_label'))}
      </SimpleGrid>
      <Textarea
        autosize
        minRows={2}
        withAsterisk={required}
        label={t('reason')}
        description={t('reason_help')}
        {...form.getInputProps(`${path}reason`)}
      />
    </>
  );
}
