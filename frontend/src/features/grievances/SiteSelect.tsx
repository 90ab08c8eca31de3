import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { intakeQuery } from '@/features/intake/intakeQuery';
import { useName } from '@/ui/names';

export interface PickerProps {
  label: ReactNode;
  description?: ReactNode;
  placeholder?: string;
  required?: boolean;
  error?: ReactNode;
  value: string | undefined;
  onChange: (id: string | undefined) => void;
}

export function SiteSelect({ value, onChange, ...input }: PickerProps) {
  const { t } = useTranslation('cases');
  const name = useName();
  const { data } = useQuery(intakeQuery);
  return (
    <Select
      {...input}
      searchable
      // It opens in dialogs too, and anything outside of one would lie under it.
      comboboxProps={{ withinPortal: false }}
      clearable
      nothingFoundMessage={t('nothing_found')}
      data={data?.sites.map(({ id, names, company }) => ({
        value: id,
        label: `${name(names)}, ${name(company)}`,
      }))}
      value={value ?? null}
      onChange={(chosen) => onChange(chosen ?? undefined)}
    />
  );
}
