import { Checkbox, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listImpactsInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import { ErrorState } from '@/ui/ErrorState';
import type { ApiForm } from '@/ui/forms/useApiForm';
import { itemsOf, keyset } from '@/ui/keyset';
import { Loading } from '@/ui/Loading';
import { LoadMore } from '@/ui/LoadMore';
import { useName } from '@/ui/names';
import classes from './Voting.module.css';
import type { RoundValues } from './values';

/** What is voted on: of what was confirmed, around the chosen place. */
export function ChoicesField({ form }: { form: ApiForm<RoundValues> }) {
  const { t } = useTranslation('impacts');
  const name = useName();
  const { place_id, by_account, impact_ids } = form.values;
  const query = {
    state: 'validated' as const,
    place_id: place_id ?? undefined,
    published: by_account || undefined,
    limit: 50,
  };
  const found = useInfiniteQuery({ ...listImpactsInfiniteOptions({ query }), ...keyset });
  const items = itemsOf(found.data?.pages);
  const problem = Object.entries(form.errors).find(([path]) => path.startsWith('impact_ids'))?.[1];
  return (
    <Checkbox.Group
      withAsterisk
      label={t('round.impacts')}
      description={t('round.impacts_help')}
      value={impact_ids}
      error={problem}
      onChange={(ids) => form.setFieldValue('impact_ids', ids)}
    >
      <div className={classes.picks}>
        {found.isPending && <Loading />}
        {found.isError && <ErrorState error={found.error} onRetry={() => found.refetch()} />}
        {found.isSuccess && items.length === 0 && <Text>{t('round.none_confirmed')}</Text>}
        {items.map(({ id, title, place }) => (
          <Checkbox key={id} value={id} label={title} description={name(place.names)} />
        ))}
        <LoadMore {...found} />
      </div>
    </Checkbox.Group>
  );
}
