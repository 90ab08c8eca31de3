import { useTranslation } from 'react-i18next';
import { reassessStakeholder, type Stakeholder } from '@/api/generated';
import { zNewAssessment } from '@/api/generated/zod.gen';
import { ifMatch } from '@/api/headers';
import { AssessmentFields } from '../form/AssessmentFields';
import type { AssessmentValues } from '../form/values';
import { RecordDialog } from './RecordDialog';

interface Props {
  record: Pick<Stakeholder, 'id' | 'version' | 'assessment'>;
  /** What somebody pointed at already: a place in the matrix. */
  proposed?: Partial<Pick<AssessmentValues, 'influence' | 'interest'>>;
  onClose: () => void;
}

/** Assesses anew: what was thought before stays in the history. */
export function ReassessDialog({ record, proposed, onClose }: Props) {
  const { t } = useTranslation('stakeholders');
  const { id, assessment } = record;
  const initial: AssessmentValues & Record<string, unknown> = {
    influence: assessment?.influence ?? null,
    interest: assessment?.interest ?? null,
    stance: assessment?.stance ?? null,
    reason: '',
    ...proposed,
  };
  return (
    <RecordDialog
      title={t(assessment ? 'reassess' : 'assess')}
      rules={zNewAssessment}
      initial={initial}
      record={record}
      send={(values) =>
        reassessStakeholder({
          path: { id },
          headers: ifMatch(record),
          body: zNewAssessment.parse(values),
        })
      }
      onClose={onClose}
    >
      {(form) => <AssessmentFields required form={form} />}
    </RecordDialog>
  );
}
