import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type GrantCall, getGrantCall, updateGrantCall } from '@/api/generated';
import { getGrantCallQueryKey } from '@/api/generated/@tanstack/react-query.gen';
import { PlaceName } from '@/features/places/PlaceName';
import { paths } from '@/paths';
import { type FormField, namesToCompare } from '@/ui/forms/ConflictDialog';
import { EditRecord } from '@/ui/forms/EditRecord';
import { TextLink } from '@/ui/links';
import { useName } from '@/ui/names';
import { useMoney } from '../../useMoney';
import { useCallSaved } from '../useCallSaved';
import { CallFields } from './CallFields';
import { useCallLabels } from './useCallLabels';
import { type CallValues, callValues, zCallChange, zCallValues } from './values';

export function EditGrantCall({ call }: { call: GrantCall }) {
  const { t } = useTranslation('grant-call-desk');
  const navigate = useNavigate();
  const name = useName();
  const path = { id: call.id };
  const target = { to: paths.grantCall, params: { callId: call.id } };
  return (
    <EditRecord
      title={t('edit')}
      back={<TextLink {...target}>{name(call.title)}</TextLink>}
      labels={useCallLabels()}
      schema={zCallValues}
      changeSchema={zCallChange}
      record={call}
      recordKey={getGrantCallQueryKey({ path })}
      valuesOf={callValues}
      save={(request) => updateGrantCall({ path, ...request })}
      load={() => getGrantCall({ path })}
      onSaved={useCallSaved()}
      onCancel={() => navigate(target)}
      compared={useCompared()}
    >
      {(form) => <CallFields form={form} />}
    </EditRecord>
  );
}

function useCompared(): FormField<CallValues>[] {
  const { t } = useTranslation(['grant-call-desk', 'grant-calls']);
  const name = useName();
  const money = useMoney();
  const local = (moment: string) => moment.replace('T', ' ');
  return [
    ...namesToCompare<CallValues>(t('grant-call-desk:title_label'), ({ title }) => title),
    ...namesToCompare<CallValues>(t('grant-calls:purpose'), ({ purpose }) => purpose),
    {
      label: t('grant-calls:budget'),
      value: ({ budget, currency }) => [budget, currency],
      show: ({ budget, currency }) => money(budget ?? 0, currency),
    },
    {
      label: t('grant-calls:ceiling'),
      value: ({ ceiling, currency }) => [ceiling, currency],
      show: ({ ceiling, currency }) => money(ceiling ?? 0, currency),
    },
    {
      label: t('grant-calls:opens_at'),
      value: ({ opens_at }) => opens_at,
      show: ({ opens_at }) => local(opens_at),
    },
    {
      label: t('grant-calls:closes_at'),
      value: ({ closes_at }) => closes_at,
      show: ({ closes_at }) => local(closes_at),
    },
    {
      label: t('grant-calls:applicants'),
      value: ({ applicants }) => applicants,
      show: ({ applicants }) =>
        applicants.map((kind) => t(`grant-calls:applicant.${kind}`)).join(', '),
    },
    {
      label: t('grant-calls:places'),
      value: ({ place_ids }) => place_ids,
      show: ({ place_ids }) => place_ids.map((id) => <PlaceName key={id} id={id} />),
    },
    {
      label: t('grant-calls:questions'),
      value: ({ questions }) => questions,
      show: ({ questions }) => questions.map(({ prompt }) => name(prompt)).join('; '),
    },
    {
      label: t('grant-calls:criteria'),
      value: ({ criteria }) => criteria,
      show: ({ criteria }) =>
        criteria.map((each) => `${name(each.name)}: ${each.weight}`).join('; '),
    },
  ];
}
