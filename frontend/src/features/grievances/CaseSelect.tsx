import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GrievanceSummary } from '@/api/generated';
import { listGrievancesOptions } from '@/api/generated/@tanstack/react-query.gen';
import { SearchSelect, useSettledWords } from '@/ui/forms/SearchSelect';
import { gistOf } from './cases';
import { shortestSearch } from './filters';
import type { PickerProps } from './SiteSelect';

const longest = 60;

const optionOf = (summary: GrievanceSummary) => {
  const gist = gistOf(summary) ?? '';
  const short = gist.length > longest ? `${gist.slice(0, longest)}…` : gist;
  return { value: summary.id, label: `${summary.reference} · ${short}` };
};

/** Another case, found by its number or its words. */
export function CaseSelect({ value, onChange, ...input }: PickerProps) {
  const { t } = useTranslation('cases');
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<ReturnType<typeof optionOf>[]>([]);
  const words = useSettledWords(search, chosen);
  const q = words.length >= shortestSearch ? words : undefined;
  const { data, isFetching } = useQuery(listGrievancesOptions({ query: { q, limit: 10 } }));
  const options = (data?.items ?? []).map(optionOf);
  return (
    <SearchSelect
      {...input}
      description={t('case_select.help')}
      comboboxProps={{ withinPortal: false }}
      clearable
      source={{ search, onSearch: setSearch, options, isFetching, chosen }}
      value={value ?? null}
      onChange={(id) => {
        setChosen(options.filter((option) => option.value === id));
        onChange(id ?? undefined);
      }}
    />
  );
}
