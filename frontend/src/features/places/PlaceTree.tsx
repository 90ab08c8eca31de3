import { ActionIcon, Text } from '@mantine/core';
import { useSessionStorage } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Place } from '@/api/generated';
import { listPlacesInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import { paths } from '@/paths';
import { ErrorState } from '@/ui/ErrorState';
import { Icon } from '@/ui/Icon';
import { itemsOf, keyset } from '@/ui/keyset';
import { Loading } from '@/ui/Loading';
import { LoadMore } from '@/ui/LoadMore';
import { TextLink } from '@/ui/links';
import { useName } from '@/ui/names';
import classes from './PlaceTree.module.css';

interface Open {
  isOpen: (id: string) => boolean;
  toggle: (id: string) => void;
}

/** What lies in a place, level under level. What is open stays open while one looks at a place. */
export function PlaceTree({ root }: { root: Place }) {
  const [open, setOpen] = useSessionStorage<string[]>({ key: 'open-places', defaultValue: [] });
  const isOpen = (id: string) => open.includes(id);
  const toggle = (id: string) =>
    setOpen((before) =>
      before.includes(id) ? before.filter((other) => other !== id) : [...before, id],
    );
  return <Branch parent={root} isOpen={isOpen} toggle={toggle} />;
}

function Branch({ parent, ...open }: { parent: Place } & Open) {
  const { t } = useTranslation('places');
  const children = useInfiniteQuery({
    ...listPlacesInfiniteOptions({ query: { parent_id: parent.id, limit: 100 } }),
    ...keyset,
  });
  if (children.isPending) return <Loading />;
  if (children.isError) {
    return <ErrorState error={children.error} onRetry={() => children.refetch()} />;
  }
  const places = itemsOf(children.data.pages);
  if (places.length === 0) {
    return (
      <Text c="dimmed" size="sm" className={classes.nothing}>
        {t('nothing_below')}
      </Text>
    );
  }
  return (
    <>
      <ul className={classes.branch}>
        {places.map((place) => (
          <Node key={place.id} place={place} {...open} />
        ))}
      </ul>
      <LoadMore {...children} />
    </>
  );
}

function Node({ place, isOpen, toggle }: { place: Place } & Open) {
  const { t } = useTranslation('places');
  const name = useName()(place.names);
  const expanded = isOpen(place.id);
  return (
    <li>
      <div className={classes.node}>
        {place.level === 'village' ? (
          <span className={classes.leaf} />
        ) : (
          <ActionIcon
            variant="subtle"
            size="lg"
            aria-expanded={expanded}
            aria-label={t('below', { name })}
            onClick={() => toggle(place.id)}
            className={classes.toggle}
          >
            <Icon name="chevronRight" />
          </ActionIcon>
        )}
        <TextLink to={paths.place} params={{ placeId: place.id }}>
          {name}
        </TextLink>
        <Text span c="dimmed" size="sm">
          {t(`level.${place.level}`)}
        </Text>
      </div>
      {expanded && <Branch parent={place} isOpen={isOpen} toggle={toggle} />}
    </li>
  );
}
