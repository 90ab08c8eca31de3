import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PublicPromise } from '@/api/generated/public';
import { useFormats } from '@/ui/formats';
import { useName } from '@/ui/names';
import { StateBadge } from '@/ui/StateBadge';
import classes from './Promises.module.css';
import { looks } from './standings';

const photoAt = (id: string) => `/api/v1/promises/photos/${id}`;

/** A promise as everybody reads it: who made it, by when, and what came of it. */
export function PromiseCard({ promise }: { promise: PublicPromise }) {
  const { t } = useTranslation('promises');
  const name = useName();
  const { date } = useFormats();
  const { text, organisation, place, site, due_on, first_due_on, done_on, standing } = promise;
  return (
    <li className={classes.promise}>
      <StateBadge {...looks[standing]}>{t(`standing.${standing}`)}</StateBadge>
      <Text fw={600}>{text}</Text>
      <Text>
        {[name(organisation), site && name(site.names), name(place)].filter(Boolean).join(' · ')}
      </Text>
      <Text size="sm" c="dimmed">
        {t('by', { day: date(due_on) })}
        {first_due_on !== due_on && ` · ${t('first', { day: date(first_due_on) })}`}
        {done_on && ` · ${t('done', { day: date(done_on) })}`}
      </Text>
      {promise.photos.length > 0 && (
        <div className={classes.photos}>
          {promise.photos.map((id, index) => (
            <a key={id} href={photoAt(id)} target="_blank" rel="noreferrer">
              <img src={photoAt(id)} alt={t('photo', { number: index + 1 })} loading="lazy" />
            </a>
          ))}
        </div>
      )}
    </li>
  );
}
