import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { createGrantCall } from '@/api/generated';
import { useMe } from '@/features/identity/useMe';
import { paths } from '@/paths';
import { NewRecord } from '@/ui/forms/NewRecord';
import { TextLink } from '@/ui/links';
import { useCallSaved } from '../useCallSaved';
import { CallFields } from './CallFields';
import { useCallLabels } from './useCallLabels';
import { noCall, zCallValues } from './values';

/** A draft; nobody outside the programme reads it before it is published. */
export function NewGrantCallPage() {
  const { t } = useTranslation('grant-call-desk');
  const navigate = useNavigate();
  const { programmes } = useMe();
  return (
    <NewRecord
      title={t('new')}
      back={<TextLink to={paths.grantCalls}>{t('title')}</TextLink>}
      labels={useCallLabels()}
      submitLabel={t('save_draft')}
      schema={zCallValues}
      initial={noCall(programmes[0]?.id ?? '')}
      create={(request) => createGrantCall(request)}
      onSaved={useCallSaved()}
      onCancel={() => navigate({ to: paths.grantCalls })}
    >
      {(form) => <CallFields form={form} isNew />}
    </NewRecord>
  );
}
