import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { getPlace, type Place, updatePlace } from '@/api/generated';
import { getPlaceQueryKey } from '@/api/generated/@tanstack/react-query.gen';
import { zNewPlace, zPlaceChange } from '@/api/generated/zod.gen';
import { paths } from '@/paths';
import { namesToCompare } from '@/ui/forms/ConflictDialog';
import { EditRecord } from '@/ui/forms/EditRecord';
import { TextLink } from '@/ui/links';
import { useName } from '@/ui/names';
import { PlaceFields } from './PlaceFields';
import { usePlaceLabels } from './usePlaceLabels';
import { usePlaceSaved } from './usePlaceSaved';
import { type PlaceValues, placeValues } from './values';

export function EditPlace({ place }: { place: Place }) {
  const { t } = useTranslation('places');
  const name = useName();
  const navigate = useNavigate();
  const labels = usePlaceLabels();
  const path = { id: place.id };
  const target = { to: paths.place, params: { placeId: place.id } };
  return (
    <EditRecord
      title={t('edit')}
      back={<TextLink {...target}>{name(place.names)}</TextLink>}
      labels={labels}
      schema={zNewPlace}
      changeSchema={zPlaceChange}
      record={place}
      recordKey={getPlaceQueryKey({ path })}
      valuesOf={placeValues}
      save={(request) => updatePlace({ path, ...request })}
      load={() => getPlace({ path })}
      onSaved={usePlaceSaved()}
      onCancel={() => navigate(target)}
      compared={[
        ...namesToCompare<PlaceValues>(t('names'), ({ names }) => names),
        { label: labels.latitude, value: ({ latitude }) => latitude },
        { label: labels.longitude, value: ({ longitude }) => longitude },
      ]}
    >
      {(form) => <PlaceFields form={form} isNew={false} />}
    </EditRecord>
  );
}
