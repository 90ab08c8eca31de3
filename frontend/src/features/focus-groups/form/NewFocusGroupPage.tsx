import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { createFocusGroup } from '@/api/generated';
import { useMe } from '@/features/identity/useMe';
import { useLanguage } from '@/i18n/useLanguage';
import { paths } from '@/paths';
import { NewRecord } from '@/ui/forms/NewRecord';
import { TextLink } from '@/ui/links';
import { useFocusGroupSaved } from '../useFocusGroupSaved';
import { PlanFields } from './PlanFields';
import { usePlanLabels } from './usePlanLabels';
import { noPlan, zPlanValues } from './values';

export function NewFocusGroupPage() {
  const { t } = useTranslation('focus-groups');
  const navigate = useNavigate();
  const me = useMe();
  const language = useLanguage();
  return (
    <NewRecord
      title={t('new')}
      back={<TextLink to={paths.focusGroups}>{t('title')}</TextLink>}
      labels={usePlanLabels()}
      submitLabel={t('plan')}
      schema={zPlanValues}
      initial={noPlan(me.programmes[0]?.id ?? '', me.id, language)}
      create={(request) => createFocusGroup(request)}
      onSaved={useFocusGroupSaved()}
      onCancel={() => navigate({ to: paths.focusGroups })}
    >
      {(form) => <PlanFields form={form} />}
    </NewRecord>
  );
}
