import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { getImpact, type Impact, type StaffImpact, updateImpact } from '@/api/generated';
import { getImpactOptions, getImpactQueryKey } from '@/api/generated/@tanstack/react-query.gen';
import { toApiProblem } from '@/api/problem';
import { PlaceName } from '@/features/places/PlaceName';
import { paths } from '@/paths';
import { ErrorState } from '@/ui/ErrorState';
import type { FormField } from '@/ui/forms/ConflictDialog';
import { EditRecord } from '@/ui/forms/EditRecord';
import { TextLink } from '@/ui/links';
import { RecordQuery } from '@/ui/RecordQuery';
import { useImpactSaved } from '../useImpactSaved';
import { ImpactFields } from './ImpactFields';
import { useImpactLabels } from './useImpactLabels';
import { type ImpactValues, valuesOf, zChange, zImpactValues } from './values';

export function EditImpactPage() {
  const { impactId: id } = useParams({ from: '/desk/impacts/$impactId/edit' });
  return (
    <RecordQuery options={getImpactOptions({ path: { id } })}>
      {(impact) =>
        impact.audience === 'staff' ? (
          <EditImpact record={impact} />
        ) : (
          <ErrorState error={toApiProblem({ status: 403, code: 'forbidden' })} />
        )
      }
    </RecordQuery>
  );
}

type Staff = Extract<Impact, { audience: 'staff' }>;

const staffOf = async (id: string): Promise<{ data: Staff }> => {
  const { data } = await getImpact({ path: { id } });
  if (data.audience !== 'staff') throw toApiProblem({ status: 403, code: 'forbidden' });
  return { data };
};

function EditImpact({ record }: { record: Staff }) {
  const { t } = useTranslation('impacts');
  const navigate = useNavigate();
  const path = { id: record.id };
  const target = { to: paths.impact, params: { impactId: record.id } };
  return (
    <EditRecord
      title={t('edit')}
      back={<TextLink {...target}>{record.title}</TextLink>}
      labels={useImpactLabels()}
      schema={zImpactValues}
      changeSchema={zChange}
      record={record}
      recordKey={getImpactQueryKey({ path })}
      valuesOf={(impact: StaffImpact) => valuesOf(impact)}
      save={async (request) => {
        await updateImpact({ path, ...request });
        return staffOf(record.id);
      }}
      load={() => staffOf(record.id)}
      onSaved={useImpactSaved()}
      onCancel={() => navigate(target)}
      compared={useCompared()}
    >
      {(form) => <ImpactFields form={form} isNew={false} />}
    </EditRecord>
  );
}

function useCompared(): FormField<ImpactValues>[] {
  const { t } = useTranslation(['impacts', 'cases']);
  return [
    { label: t('impacts:title_label'), value: ({ title }) => title },
    { label: t('impacts:description'), value: ({ description }) => description },
    {
      label: t('impacts:category_label'),
      value: ({ category }) => category,
      show: ({ category }) => category && t(`cases:category.${category}`),
    },
    { label: t('impacts:severity'), value: ({ severity }) => severity },
    { label: t('impacts:likelihood'), value: ({ likelihood }) => likelihood },
    {
      label: t('impacts:place'),
      value: ({ place_id }) => place_id,
      show: ({ place_id }) => place_id && <PlaceName id={place_id} />,
    },
  ];
}
