import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listPlacesInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import { paths } from '@/paths';
import { EmptyList } from '@/ui/EmptyList';
import { KeysetList } from '@/ui/KeysetList';
import { keyset } from '@/ui/keyset';
import { TextLink } from '@/ui/links';
import { useName } from '@/ui/names';
import { PlacePath } from './PlacePath';

export function FoundPlaces({ words }: { words: string }) {
  const { t } = useTranslation(['places', 'records']);
  const name = useName();
  const found = useInfiniteQuery({
    ...listPlacesInfiniteOptions({ query: { q: words } }),
    ...keyset,
  });
  return (
    <KeysetList
      query={found}
      label={t('places:title')}
      columns={[
        {
          label: t('records:name'),
          show: ({ id, names }) => (
            <TextLink to={paths.place} params={{ placeId: id }}>
              {name(names)}
            </TextLink>
          ),
        },
        { label: t('places:level_label'), show: ({ level }) => t(`places:level.${level}`) },
        {
          label: t('places:parent'),
          show: ({ parent_id }) => parent_id && <PlacePath id={parent_id} />,
        },
      ]}
      empty={<EmptyList filtered icon="pin" title={t('places:empty')} />}
    />
  );
}
