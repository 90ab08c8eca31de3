import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PlacesPicker } from '@/features/places/PlacePicker';
import { NamesFields } from '@/ui/forms/NamesFields';
import type { ApiForm } from '@/ui/forms/useApiForm';
import { Icon } from '@/ui/Icon';
import { noFocusArea, type ProgrammeValues } from './values';

export function FocusAreasField({ form }: { form: ApiForm<ProgrammeValues> }) {
  const { t } = useTranslation('programmes');
  const areas = form.values.focus_areas;
  return (
    <Stack component="section">
      <div>
        <Title order={2}>{t('focus_areas')}</Title>
        <Text c="dimmed" size="sm">
          {t('focus_areas_help')}
        </Text>
      </div>
      {areas.map((_, index) => {
        const path = `focus_areas.${index}`;
        const number = index + 1;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: an area is known by its position, as in the API's answer
          <Paper key={index} withBorder p="md">
            <Stack>
              <Group justify="space-between">
                <Title order={3}>{t('focus_area', { number })}</Title>
                {areas.length > 1 && (
                  <Button
                    variant="subtle"
                    color="felt"
                    leftSection={<Icon name="trash" />}
                    aria-label={t('remove_area_number', { number })}
                    onClick={() => form.removeListItem('focus_areas', index)}
                  >
                    {t('remove_area')}
                  </Button>
                )}
              </Group>
              <NamesFields form={form} path={`${path}.names`} legend={t('area_names')} />
              <PlacesPicker
                withAsterisk
                label={t('area_places')}
                description={t('area_places_help')}
                {...form.getInputProps(`${path}.place_ids`)}
              />
            </Stack>
          </Paper>
        );
      })}
      <Group>
        <Button
          variant="default"
          leftSection={<Icon name="plus" />}
          onClick={() => form.insertListItem('focus_areas', noFocusArea)}
        >
          {t('add_area')}
        </Button>
      </Group>
    </Stack>
  );
}
