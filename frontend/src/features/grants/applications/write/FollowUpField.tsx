import { NativeSelect, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GrantFollowUp } from '@/api/generated';
import {
  listCommitmentsOptions,
  listImpactsOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import { useMay } from '@/features/identity/useMe';
import { SearchSelect, useSettledWords } from '@/ui/forms/SearchSelect';
import { shortestSearch } from '../filters';

const kinds = ['impact', 'commitment'] as const;
const most = 10;

/** Finds an impact or a promise by its words, of those that this person reaches. */
export function FollowUpField({ onFound }: { onFound: (found: GrantFollowUp) => void }) {
  const { t } = useTranslation('grant-applications');
  const may = { impact: useMay('list_impacts'), commitment: useMay('list_commitments') };
  const offered = kinds.filter((kind) => may[kind]);
  const [kind, setKind] = useState<(typeof kinds)[number] | undefined>(offered[0]);
  const [search, onSearch] = useState('');
  const words = useSettledWords(search, []);
  const query = { q: words.length >= shortestSearch ? words : undefined, limit: most };
  const impacts = useQuery({
    ...listImpactsOptions({ query }),
    enabled: kind === 'impact',
  });
  const commitments = useQuery({
    ...listCommitmentsOptions({ query }),
    enabled: kind === 'commitment',
  });
  const options =
    kind === 'impact'
      ? (impacts.data?.items ?? []).map(({ id, title }) => ({ value: id, label: title }))
      : (commitments.data?.items ?? []).map(({ id, what }) => ({ value: id, label: what }));
  const choose = (id: string | null) => {
    const found = options.find(({ value }) => value === id);
    if (found) onFound({ [`${kind}_id`]: found.value, title: found.label });
  };
  return (
    <Stack>
      <NativeSelect
        size="md"
        label={t('follow_up_kind')}
        data={offered.map((value) => ({ value, label: t(`follow_up.${value}`) }))}
        value={kind}
        onChange={({ currentTarget }) =>
          setKind(offered.find((each) => each === currentTarget.value))
        }
      />
      <SearchSelect
        label={t('follow_up_which')}
        comboboxProps={{ withinPortal: false }}
        source={{
          search,
          onSearch,
          options,
          isFetching: impacts.isFetching || commitments.isFetching,
          chosen: [],
        }}
        value={null}
        onChange={choose}
      />
    </Stack>
  );
}
