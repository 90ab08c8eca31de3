import { useTranslation } from 'react-i18next';
import { recordStakeholderConsent, type Stakeholder } from '@/api/generated';
import { zNewConsent } from '@/api/generated/zod.gen';
import { ifMatch } from '@/api/headers';
import { ConsentFields } from '../form/ConsentFields';
import type { ConsentValues } from '../form/values';
import { RecordDialog } from './RecordDialog';

const nothing: ConsentValues & Record<string, unknown> = {
  purpose: '',
  form: null,
  given_on: null,
};

export function ConsentDialog({ record, onClose }: { record: Stakeholder; onClose: () => void }) {
  const { t } = useTranslation('stakeholders');
  return (
    <RecordDialog
      title={t('record_consent')}
      help={t('consent_help')}
      rules={zNewConsent}
      initial={nothing}
      record={record}
      send={(values) =>
        recordStakeholderConsent({
          path: { id: record.id },
          headers: ifMatch(record),
          body: zNewConsent.parse(values),
        })
      }
      onClose={onClose}
    >
      {(form) => <ConsentFields inDialog form={form} />}
    </RecordDialog>
  );
}
