import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import {
  listAgreementsOptions,
  listCommitmentsOptions,
  listImpactsOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import { CaseSelect } from '@/features/grievances/CaseSelect';
import { SearchSelect, useSettledWords } from '@/ui/forms/SearchSelect';
import { shortestSearch } from '../filters';

export type Subject = 'impact' | 'grievance' | 'agreement' | 'commitment';

interface Props {
  label: string;
  value: string | null;
  onChange: (id: string | null) => void;
  error?: ReactNode;
}

/** A dialog lies above everything that the page itself puts in front. */
const inPlace = { withinPortal: false };
const most = 10;

interface Option {
  value: string;
  label: string;
}

/** A record that is found by its words; `use` asks the server. */
function FoundField({ use, value, onChange, ...input }: Props & { use: (q?: string) => Found }) {
  const [search, onSearch] = useState('');
  const [chosen, setChosen] = useState<Option[]>([]);
  const words = useSettledWords(search, chosen);
  const { options, isFetching } = use(words.length >= shortestSearch ? words : undefined);
  return (
    <SearchSelect
      {...input}
      withAsterisk
      clearable
      comboboxProps={inPlace}
      source={{ search, onSearch, options, isFetching, chosen }}
      value={value}
      onChange={(id) => {
        setChosen(options.filter((option) => option.value === id));
        onChange(id);
      }}
    />
  );
}

interface Found {
  options: Option[];
  isFetching: boolean;
}

function useImpacts(q?: string): Found {
  const { data, isFetching } = useQuery(listImpactsOptions({ query: { q, limit: most } }));
  const options = (data?.items ?? []).map(({ id, title }) => ({ value: id, label: title }));
  return { options, isFetching };
}

function useCommitments(q?: string): Found {
  const { data, isFetching } = useQuery(listCommitmentsOptions({ query: { q, limit: most } }));
  const options = (data?.items ?? []).map(({ id, what }) => ({ value: id, label: what }));
  return { options, isFetching };
}

/** Agreements are few: all are there, and are searched here. */
function AgreementField({ value, ...input }: Props) {
  const { data } = useQuery(listAgreementsOptions({ query: { limit: 100 } }));
  return (
    <Select
      {...input}
      withAsterisk
      searchable
      clearable
      comboboxProps={inPlace}
      data={(data?.items ?? []).map(({ id, title }) => ({ value: id, label: title }))}
      value={value}
    />
  );
}

/** A record of one of the registers, of those that this person reaches. */
export function SubjectField({ kind, ...input }: Props & { kind: Subject }) {
  if (kind === 'impact') return <FoundField {...input} use={useImpacts} />;
  if (kind === 'commitment') return <FoundField {...input} use={useCommitments} />;
  if (kind === 'agreement') return <AgreementField {...input} />;
  const { value, onChange, ...rest } = input;
  return (
    <CaseSelect
      {...rest}
      required
      value={value ?? undefined}
      onChange={(id) => onChange(id ?? null)}
    />
  );
}
