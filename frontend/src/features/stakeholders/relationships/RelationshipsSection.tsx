import { Button, Group, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Relationship } from '@/api/generated';
import { listRelationshipsInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import { useMay } from '@/features/identity/useMe';
import { paths } from '@/paths';
import { ErrorState } from '@/ui/ErrorState';
import { itemsOf, keyset } from '@/ui/keyset';
import { Loading } from '@/ui/Loading';
import { LoadMore } from '@/ui/LoadMore';
import { ButtonLink } from '@/ui/links';
import classes from '../record/HistorySection.module.css';
import { EndDialog } from './EndDialog';
import { RelationshipDialog } from './RelationshipDialog';
import { RelationshipRow } from './RelationshipRow';

/** What somebody is, or was, to others. */
export function RelationshipsSection({ id }: { id: string }) {
  const { t } = useTranslation('relationships');
  const titleId = useId();
  const mayCreate = useMay('create_relationship');
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<Relationship>();
  const ties = useInfiniteQuery({
    ...listRelationshipsInfiniteOptions({ path: { id } }),
    ...keyset,
    initialPageParam: { path: { id } },
  });
  const items = itemsOf(ties.data?.pages);
  // What still holds comes first.
  const ordered = [...items.filter(({ until }) => !until), ...items.filter(({ until }) => until)];
  return (
    <section aria-labelledby={titleId} className={classes.section}>
      <Title order={2} id={titleId} size="h3" mb="sm">
        {t('title')}
      </Title>
      {ties.isPending && <Loading />}
      {ties.isError && <ErrorState error={ties.error} onRetry={() => ties.refetch()} />}
      {ties.isSuccess && items.length === 0 && <Text c="dimmed">{t('none')}</Text>}
      <ul className={classes.events}>
        {ordered.map((tie) => (
          <RelationshipRow key={tie.id} of={id} tie={tie} onEnd={() => setEnding(tie)} />
        ))}
      </ul>
      <LoadMore {...ties} />
      <Group mt="sm" data-no-print>
        {mayCreate && (
          <Button variant="default" onClick={() => setAdding(true)}>
            {t('add')}
          </Button>
        )}
        {items.length > 0 && (
          <ButtonLink variant="default" to={paths.stakeholderGraph} search={{ around: id }}>
            {t('show_graph')}
          </ButtonLink>
        )}
      </Group>
      {adding && <RelationshipDialog of={id} onClose={() => setAdding(false)} />}
      {ending && <EndDialog tie={ending} onClose={() => setEnding(undefined)} />}
    </section>
  );
}
