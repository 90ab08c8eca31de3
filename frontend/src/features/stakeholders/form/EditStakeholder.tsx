import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { getStakeholder, type Stakeholder, updateStakeholder } from '@/api/generated';
import { getStakeholderQueryKey } from '@/api/generated/@tanstack/react-query.gen';
import { PlaceName } from '@/features/places/PlaceName';
import { paths } from '@/paths';
import type { FormField } from '@/ui/forms/ConflictDialog';
import { EditRecord } from '@/ui/forms/EditRecord';
import { TextLink } from '@/ui/links';
import { useStakeholderSaved } from '../useStakeholderSaved';
import { FactFields } from './FactFields';
import { useStakeholderLabels } from './useStakeholderLabels';
import { type FactValues, factValues, zFactChange, zFactValues } from './values';

export function EditStakeholder({ record }: { record: Stakeholder }) {
  const { t } = useTranslation('stakeholders');
  const navigate = useNavigate();
  const path = { id: record.id };
  const target = { to: paths.stakeholder, params: { stakeholderId: record.id } };
  return (
    <EditRecord
      title={t('edit')}
      back={<TextLink {...target}>{record.name}</TextLink>}
      labels={useStakeholderLabels()}
      schema={zFactValues}
      changeSchema={zFactChange}
      record={record}
      recordKey={getStakeholderQueryKey({ path })}
      valuesOf={factValues}
      save={(request) => updateStakeholder({ path, ...request })}
      load={() => getStakeholder({ path })}
      onSaved={useStakeholderSaved()}
      onCancel={() => navigate(target)}
      compared={useCompared()}
    >
      {(form) => <FactFields form={form} isNew={false} />}
    </EditRecord>
  );
}

function useCompared(): FormField<FactValues>[] {
  const { t } = useTranslation('stakeholders');
  return [
    { label: t('name'), value: ({ name }) => name },
    { label: t('position'), value: ({ position }) => position },
    {
      label: t('category_label'),
      value: ({ category }) => category,
      show: ({ category }) => category && t(`category.${category}`),
    },
    {
      label: t('place'),
      value: ({ place_id }) => place_id,
      show: ({ place_id }) => place_id && <PlaceName id={place_id} />,
    },
    {
      label: t('sex_label'),
      value: ({ sex }) => sex,
      show: ({ sex }) => sex && t(`sex.${sex}`),
    },
    { label: t('birth_year'), value: ({ birth_year }) => birth_year },
    {
      label: t('age_band_label'),
      value: ({ age_band }) => age_band,
      show: ({ age_band }) => age_band && t(`age_band.${age_band}`),
    },
    {
      label: t('languages'),
      value: ({ languages }) => languages,
      show: ({ languages }) => languages.map((one) => t(`language.${one}`)).join(', '),
    },
    { label: t('tags'), value: ({ tags }) => tags, show: ({ tags }) => tags.join(', ') },
  ];
}
