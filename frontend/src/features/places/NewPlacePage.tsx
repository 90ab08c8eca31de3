import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { createPlace } from '@/api/generated';
import { zNewPlace } from '@/api/generated/zod.gen';
import { paths } from '@/paths';
import { NewRecord } from '@/ui/forms/NewRecord';
import { TextLink } from '@/ui/links';
import { PlaceFields } from './PlaceFields';
import { usePlaceLabels } from './usePlaceLabels';
import { usePlaceSaved } from './usePlaceSaved';
import { noPlace } from './values';

export function NewPlacePage() {
  const { t } = useTranslation('places');
  const { parent } = useSearch({ from: '/desk/places/new' });
  const navigate = useNavigate();
  return (
    <NewRecord
      title={t('new')}
      back={<TextLink to={paths.places}>{t('title')}</TextLink>}
      labels={usePlaceLabels()}
      schema={zNewPlace}
      initial={noPlace(parent)}
      create={(request) => createPlace(request)}
      onSaved={usePlaceSaved()}
      onCancel={() => navigate({ to: paths.places })}
    >
      {(form) => <PlaceFields isNew form={form} />}
    </NewRecord>
  );
}
