import { Fieldset, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CoordinateInput } from './CoordinateInput';
import type { FieldSource } from './NamesFields';

export function PointFields({ form }: { form: FieldSource }) {
  const { t } = useTranslation('records');
  return (
    <Fieldset legend={t('point')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <CoordinateInput
          label={t('latitude')}
          placeholder="42.13"
          {...form.getInputProps('latitude')}
        />
        <CoordinateInput
          label={t('longitude')}
          placeholder="77.56"
          {...form.getInputProps('longitude')}
        />
      </SimpleGrid>
    </Fieldset>
  );
}
