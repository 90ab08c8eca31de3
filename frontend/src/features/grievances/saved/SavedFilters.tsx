import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listSavedFiltersOptions } from '@/api/generated/@tanstack/react-query.gen';
import { useMay, useMe } from '@/features/identity/useMe';
import { paths } from '@/paths';
import { Icon } from '@/ui/Icon';
import { countOf, type Filters } from '../filters';
import { EditFilter } from './EditFilter';
import { KeepFilter } from './KeepFilter';
import classes from './SavedFilters.module.css';
import { filtersOf, textOf } from './text';

/** The person's own filters, one click away; and the way to keep the one that is set now. */
export function SavedFilters({ filters }: { filters: Filters }) {
  const { t } = useTranslation('many');
  const { id: ownId } = useMe();
  const mayKeep = useMay('create_saved_filter');
  const { data } = useQuery({
    ...listSavedFiltersOptions(),
    enabled: mayKeep,
    staleTime: 300_000,
  });
  const [dialog, setDialog] = useState<'keep' | 'edit'>();
  const saved = data?.items ?? [];
  const text = textOf(filters, ownId);
  const current = saved.find(({ query }) => textOf(filtersOf(query, ownId), ownId) === text);
  const worthKeeping = !current && (countOf(filters) > 0 || filters.sort !== undefined);
  if (!mayKeep || (saved.length === 0 && !worthKeeping)) return null;
  return (
    <nav aria-label={t('filters.label')} className={classes.bar} data-no-print>
      {saved.map(({ id, name, query }) => (
        <Link
          key={id}
          to={paths.grievances}
          search={filtersOf(query, ownId)}
          className={classes.filter}
          activeOptions={{ exact: true }}
          data-current={id === current?.id}
        >
          {name}
        </Link>
      ))}
      {current && (
        <Button size="xs" variant="subtle" onClick={() => setDialog('edit')}>
          {t('filters.edit')}
        </Button>
      )}
      {worthKeeping && (
        <Button
          size="xs"
          variant="subtle"
          leftSection={<Icon name="star" size={16} />}
          onClick={() => setDialog('keep')}
        >
          {t('filters.keep')}
        </Button>
      )}
      {dialog === 'keep' && (
        <KeepFilter saved={saved} query={text} onClose={() => setDialog(undefined)} />
      )}
      {dialog === 'edit' && current && (
        <EditFilter filter={current} onClose={() => setDialog(undefined)} />
      )}
    </nav>
  );
}
