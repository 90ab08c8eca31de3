import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type FocusGroup, getFocusGroup, updateFocusGroup } from '@/api/generated';
import { getFocusGroupQueryKey } from '@/api/generated/@tanstack/react-query.gen';
import { PlaceName } from '@/features/places/PlaceName';
import { paths } from '@/paths';
import type { FormField } from '@/ui/forms/ConflictDialog';
import { EditRecord } from '@/ui/forms/EditRecord';
import { TextLink } from '@/ui/links';
import { useFocusGroupSaved } from '../useFocusGroupSaved';
import { PlanFields } from './PlanFields';
import { usePlanLabels } from './usePlanLabels';
import { type PlanValues, planValues, zPlanChange, zPlanValues } from './values';

export default function EditFocusGroup({ record }: { record: FocusGroup }) {
  const { t } = useTranslation('focus-groups');
  const navigate = useNavigate();
  const path = { id: record.id };
  const target = { to: paths.focusGroup, params: { focusGroupId: record.id } };
  return (
    <EditRecord
      title={t('edit')}
      back={<TextLink {...target}>{record.title}</TextLink>}
      labels={usePlanLabels()}
      schema={zPlanValues}
      changeSchema={zPlanChange}
      record={record}
      recordKey={getFocusGroupQueryKey({ path })}
      valuesOf={planValues}
      save={(request) => updateFocusGroup({ path, ...request })}
      load={() => getFocusGroup({ path })}
      onSaved={useFocusGroupSaved()}
      onCancel={() => navigate(target)}
      compared={useCompared()}
    >
      {(form) => <PlanFields form={form} id={record.id} />}
    </EditRecord>
  );
}

function useCompared(): FormField<PlanValues>[] {
  const { t } = useTranslation('focus-groups');
  return [
    { label: t('topic'), value: ({ title }) => title },
    {
      label: t('kind_label'),
      value: ({ kind }) => kind,
      show: ({ kind }) => kind && t(`kind.${kind}`),
    },
    {
      label: t('place'),
      value: ({ place_id }) => place_id,
      show: ({ place_id }) => place_id && <PlaceName id={place_id} />,
    },
    {
      label: t('when'),
      value: ({ starts_at }) => starts_at,
      show: ({ starts_at }) => starts_at.replace('T', ' '),
    },
    { label: t('venue'), value: ({ venue }) => venue },
    {
      label: t('languages'),
      value: ({ languages }) => languages,
      show: ({ languages }) => languages.map((one) => t(`language.${one}`)).join(', '),
    },
    { label: t('topic_guide'), value: ({ topic_guide }) => topic_guide },
    { label: t('ground_rules'), value: ({ ground_rules }) => ground_rules },
    {
      label: t('expected'),
      value: ({ expected }) => expected,
      show: ({ expected }) =>
        t('figures', {
          people: expected.people ?? 0,
          women: expected.women ?? 0,
          youth: expected.youth ?? 0,
        }),
    },
  ];
}
