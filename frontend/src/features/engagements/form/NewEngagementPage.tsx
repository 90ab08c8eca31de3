import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { createEngagement } from '@/api/generated';
import { useMe } from '@/features/identity/useMe';
import { paths } from '@/paths';
import { todayInBishkek } from '@/ui/calendar/month';
import { NewRecord } from '@/ui/forms/NewRecord';
import { TextLink } from '@/ui/links';
import { idOf } from '@/ui/listSearch';
import { useEngagementSaved } from '../useEngagementSaved';
import { EngagementFields } from './EngagementFields';
import { useEngagementLabels } from './useEngagementLabels';
import { noEngagement, zNewValues } from './values';

export function NewEngagementPage() {
  const { t } = useTranslation('engagements');
  const navigate = useNavigate();
  const stakeholder = idOf(useSearch({ from: '/desk/engagements/new' }).stakeholder);
  const { id, programmes } = useMe();
  return (
    <NewRecord
      title={t('new')}
      back={<TextLink to={paths.engagements}>{t('title')}</TextLink>}
      labels={useEngagementLabels()}
      schema={zNewValues}
      initial={noEngagement(programmes[0]?.id ?? '', id, todayInBishkek(), stakeholder)}
      create={(request) => createEngagement(request)}
      onSaved={useEngagementSaved()}
      onCancel={() => navigate({ to: paths.engagements })}
    >
      {(form) => <EngagementFields isNew form={form} />}
    </NewRecord>
  );
}
