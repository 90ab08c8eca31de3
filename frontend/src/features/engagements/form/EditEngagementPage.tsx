import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type Engagement, getEngagement, updateEngagement } from '@/api/generated';
import {
  getEngagementOptions,
  getEngagementQueryKey,
} from '@/api/generated/@tanstack/react-query.gen';
import { paths } from '@/paths';
import { useFormats } from '@/ui/formats';
import type { FormField } from '@/ui/forms/ConflictDialog';
import { EditRecord } from '@/ui/forms/EditRecord';
import { TextLink } from '@/ui/links';
import { RecordQuery } from '@/ui/RecordQuery';
import { useEngagementSaved } from '../useEngagementSaved';
import { EngagementFields } from './EngagementFields';
import { useEngagementLabels } from './useEngagementLabels';
import { type EngagementValues, engagementValues, zChangeValues, zNewValues } from './values';

export function EditEngagementPage() {
  const { engagementId: id } = useParams({ from: '/desk/engagements/$engagementId/edit' });
  return (
    <RecordQuery options={getEngagementOptions({ path: { id } })}>
      {(record) => <EditEngagement record={record} />}
    </RecordQuery>
  );
}

function EditEngagement({ record }: { record: Engagement }) {
  const { t } = useTranslation('engagements');
  const { date } = useFormats();
  const navigate = useNavigate();
  const path = { id: record.id };
  const target = { to: paths.engagement, params: { engagementId: record.id } };
  return (
    <EditRecord
      title={t('edit')}
      back={<TextLink {...target}>{date(record.day)}</TextLink>}
      labels={useEngagementLabels()}
      schema={zNewValues}
      changeSchema={zChangeValues}
      record={record}
      recordKey={getEngagementQueryKey({ path })}
      valuesOf={engagementValues}
      save={(request) => updateEngagement({ path, ...request })}
      load={() => getEngagement({ path })}
      onSaved={useEngagementSaved()}
      onCancel={() => navigate(target)}
      compared={useCompared()}
    >
      {(form) => (
        <EngagementFields form={form} followUpDone={record.follow_up?.standing === 'done'} />
      )}
    </EditRecord>
  );
}

function useCompared(): FormField<EngagementValues>[] {
  const { t } = useTranslation('engagements');
  const { date } = useFormats();
  return [
    { label: t('day'), value: ({ day }) => day, show: ({ day }) => day && date(day) },
    {
      label: t('channel_label'),
      value: ({ channel }) => channel,
      show: ({ channel }) => channel && t(`channel.${channel}`),
    },
    { label: t('summary'), value: ({ summary }) => summary },
    {
      label: t('with'),
      value: ({ stakeholder_ids }) => stakeholder_ids,
      show: ({ stakeholder_ids }) => stakeholder_ids.length,
    },
    { label: t('task'), value: ({ follow_up }) => follow_up.task },
    {
      label: t('due_on'),
      value: ({ follow_up }) => follow_up.due_on,
      show: ({ follow_up }) => follow_up.due_on && date(follow_up.due_on),
    },
  ];
}
