import { Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeFocusGroupPassage, type FocusGroup } from '@/api/generated';
import { listImpactsOptions } from '@/api/generated/@tanstack/react-query.gen';
import { zNewPassageCode } from '@/api/generated/zod.gen';
import { idempotent, newIdempotencyKey } from '@/api/headers';
import { Dialog } from '@/ui/Dialog';
import { DialogButtons } from '@/ui/DialogButtons';
import { SearchSelect, useSettledWords } from '@/ui/forms/SearchSelect';
import { useApiForm } from '@/ui/forms/useApiForm';
import { useName } from '@/ui/names';
import { ProblemAlert } from '@/ui/ProblemAlert';
import classes from './Coding.module.css';
import type { Marked } from './marking';

interface Props {
  record: FocusGroup;
  marked: Marked;
  onCoded: (impactId: string) => void;
  onClose: () => void;
}

const shortestSearch = 3;

/** Puts a passage to an impact that there is: one of the same place, or one that is searched. */
export function LinkImpactDialog({ record, marked, onCoded, onClose }: Props) {
  const { t } = useTranslation('focus-groups');
  const [key] = useState(newIdempotencyKey);
  const source = useImpacts(record.place.id);
  const toBody = ({ impact_id }: { impact_id: string | null }) => ({ ...marked, impact_id });
  const form = useApiForm(zNewPassageCode, { impact_id: null as string | null }, toBody);
  const code = useMutation({
    mutationFn: async (values: { impact_id: string | null }) => {
      const body = zNewPassageCode.parse(toBody(values));
      const headers = idempotent(key);
      return (await codeFocusGroupPassage({ path: { id: record.id }, headers, body })).data;
    },
    onSuccess: ({ impact }) => onCoded(impact.id),
    onError: form.showProblem,
  });
  const { impact_id, passage } = form.errors;
  return (
    <Dialog title={t('code_link')} onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit((values) => code.mutate(values))}>
        <Stack>
          <blockquote className={classes.passage}>{marked.passage}</blockquote>
          {passage && (
            <Text c="felt" role="alert">
              {passage}
            </Text>
          )}
          <SearchSelect
            withAsterisk
            clearable
            comboboxProps={{ withinPortal: false }}
            label={t('code_impact')}
            description={t('code_impact_help')}
            source={source}
            value={form.values.impact_id}
            error={impact_id}
            onChange={(id) => {
              source.choose(id);
              form.setFieldValue('impact_id', id);
            }}
          />
          {!impact_id && !passage && <ProblemAlert error={code.error} />}
          <DialogButtons
            confirm={t('code_link')}
            disabled={!form.values.impact_id}
            loading={code.isPending}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Dialog>
  );
}

/** The impacts to choose from; nothing goes to one that was dismissed. */
function useImpacts(placeId: string) {
  const name = useName();
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<{ value: string; label: string }[]>([]);
  const words = useSettledWords(search, chosen);
  const query = words.length >= shortestSearch ? { q: words } : { place_id: placeId };
  const { data, isFetching } = useQuery(listImpactsOptions({ query: { ...query, limit: 50 } }));
  const options = (data?.items ?? [])
    .filter(({ state }) => state !== 'dismissed')
    .map(({ id, title, place }) => ({ value: id, label: `${title} · ${name(place.names)}` }));
  const choose = (id: string | null) => setChosen(options.filter(({ value }) => value === id));
  return { search, onSearch: setSearch, options, isFetching, chosen, choose };
}
