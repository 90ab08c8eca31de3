import { Button, Fieldset, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { NewAgreementSide } from '@/api/generated';
import { OrganisationPicker } from '@/features/organisations/OrganisationPicker';
import { PlacePicker } from '@/features/places/PlacePicker';

const most = 12;

interface Props {
  sides: NewAgreementSide[];
  onChange: (sides: NewAgreementSide[]) => void;
  errors: Record<string, React.ReactNode>;
}

/** Who is to sign: organisations, and the communities of places. */
export function SidesField({ sides, onChange, errors }: Props) {
  const { t } = useTranslation('agreements');
  const set = (at: number, side: NewAgreementSide) =>
    onChange(sides.map((old, index) => (index === at ? side : old)));
  const add = (side: NewAgreementSide) => onChange([...sides, side]);
  return (
    <Fieldset legend={t('sides')}>
      <Stack>
        <Text size="sm">{t('sides_help')}</Text>
        {sides.map((side, index) => {
          const error =
            errors[`sides.${index}`] ??
            errors[`sides.${index}.organisation_id`] ??
            errors[`sides.${index}.place_id`];
          return (
            // Sides have no name before they are kept.
            // biome-ignore lint/suspicious/noArrayIndexKey: they stay in their order
            <Group key={index} align="flex-end">
              {'place_id' in side ? (
                <PlacePicker
                  flex="1 1 16rem"
                  label={t('side_of_place', { number: index + 1 })}
                  value={side.place_id ?? null}
                  onChange={(place_id) => set(index, { place_id })}
                  error={error}
                />
              ) : (
                <OrganisationPicker
                  flex="1 1 16rem"
                  label={t('side_of_organisation', { number: index + 1 })}
                  value={side.organisation_id ?? null}
                  onChange={(organisation_id) => set(index, { organisation_id })}
                  error={error}
                />
              )}
              <Button
                variant="default"
                onClick={() => onChange(sides.filter((_, at) => at !== index))}
              >
                {t('remove_side', { number: index + 1 })}
              </Button>
            </Group>
          );
        })}
        {errors.sides && <Text c="red">{errors.sides}</Text>}
        {sides.length < most && (
          <Group>
            <Button variant="default" onClick={() => add({ organisation_id: null })}>
              {t('add_organisation')}
            </Button>
            <Button variant="default" onClick={() => add({ place_id: null })}>
              {t('add_place')}
            </Button>
          </Group>
        )}
      </Stack>
    </Fieldset>
  );
}
