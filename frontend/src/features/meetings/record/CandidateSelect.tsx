import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeetingCandidate } from '@/api/generated';
import { listMeetingCandidatesOptions } from '@/api/generated/@tanstack/react-query.gen';
import { SearchSelect, useSettledWords } from '@/ui/forms/SearchSelect';
import { useName } from '@/ui/names';
import { candidateValue } from './candidates';

interface Props {
  meetingId: string;
  value: string | null;
  onChange: (value: string | null) => void;
  error?: ReactNode;
}

/** People and organisations that are not invited yet; who is near the meeting stands first. */
export function CandidateSelect({ meetingId, value, onChange, error }: Props) {
  const { t } = useTranslation('meetings');
  const name = useName();
  const optionOf = (candidate: MeetingCandidate) => {
    const { account, organisation, accounts } = candidate;
    const words = { organisation: name(organisation.names), number: accounts };
    return {
      value: candidateValue(candidate),
      label: account
        ? t('candidate_person', { ...words, name: account.name })
        : t('candidate_whole', words),
    };
  };
  const [search, onSearch] = useState('');
  const [chosen, setChosen] = useState<ReturnType<typeof optionOf>[]>([]);
  const q = useSettledWords(search, chosen) || undefined;
  const { data, isFetching } = useQuery(
    listMeetingCandidatesOptions({ path: { id: meetingId }, query: { q } }),
  );
  const options = (data?.items ?? []).map(optionOf);
  return (
    <SearchSelect
      withAsterisk
      clearable
      label={t('candidate')}
      description={t('candidate_help')}
      comboboxProps={{ withinPortal: false }}
      source={{ search, onSearch, options, isFetching, chosen }}
      value={value}
      error={error}
      onChange={(picked) => {
        setChosen(options.filter((option) => option.value === picked));
        onChange(picked);
      }}
    />
  );
}
