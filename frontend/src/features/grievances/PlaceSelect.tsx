import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlaceLevel } from '@/api/generated';
import { intakeQuery } from '@/features/intake/intakeQuery';
import { fold, lyingIn } from '@/features/intake/places';
import { useLanguage } from '@/i18n/useLanguage';
import type { PickerProps } from './SiteSelect';

const districts = new Set<PlaceLevel>(['oblast', 'city', 'raion']);

interface Props extends PickerProps {
  /** Outside the programme a case's district is known, its village is not. */
  districtsOnly?: boolean;
}

export function PlaceSelect({ districtsOnly = false, value, onChange, ...input }: Props) {
  const { t } = useTranslation('cases');
  const language = useLanguage();
  const { data } = useQuery(intakeQuery);
  const options = useMemo(() => {
    const places = data?.places ?? [];
    return places
      .filter(({ level }) => level !== 'country' && (!districtsOnly || districts.has(level)))
      .map((place) => ({
        value: place.id,
        label: [place.names[language], lyingIn(places, place, language)].filter(Boolean).join(', '),
      }))
      .toSorted((a, b) => a.label.localeCompare(b.label, 'ru'));
  }, [data, districtsOnly, language]);
  return (
    <Select
      {...input}
      searchable
      clearable
      nothingFoundMessage={t('nothing_found')}
      limit={60}
      data={options}
      filter={({ options: all, search }) =>
        all.filter(
          (option) => 'label' in option && fold(option.label).includes(fold(search.trim())),
        )
      }
      value={value ?? null}
      onChange={(chosen) => onChange(chosen ?? undefined)}
    />
  );
}
