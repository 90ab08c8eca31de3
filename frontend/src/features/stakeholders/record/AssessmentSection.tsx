import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { Stakeholder } from '@/api/generated';
import { Facts } from '@/ui/Facts';
import { useFormats } from '@/ui/formats';
import { StanceWords } from '../StanceWords';
import { ReassessDialog } from './ReassessDialog';
import { Section } from './Section';

export function AssessmentSection({ record }: { record: Stakeholder }) {
  const { t } = useTranslation(['stakeholders', 'records']);
  const { date } = useFormats();
  const [open, { open: show, close }] = useDisclosure();
  const { assessment, actions } = record;
  return (
    <Section
      title={t('stakeholders:assessment')}
      actions={
        actions.includes('reassess_stakeholder') && (
          <Button onClick={show}>
            {t(assessment ? 'stakeholders:reassess' : 'stakeholders:assess')}
          </Button>
        )
      }
    >
      {assessment ? (
        <Facts
          none={t('records:none')}
          facts={[
            {
              label: t('stakeholders:influence'),
              value: t('stakeholders:degree', { degree: assessment.influence }),
            },
            {
              label: t('stakeholders:interest'),
              value: t('stakeholders:degree', { degree: assessment.interest }),
            },
            {
              label: t('stakeholders:stance_label'),
              value: <StanceWords stance={assessment.stance} />,
            },
            { label: t('stakeholders:assessed_on'), value: date(assessment.assessed_at) },
          ]}
        />
      ) : (
        <Text>{t('stakeholders:never_assessed')}</Text>
      )}
      {open && <ReassessDialog record={record} onClose={close} />}
    </Section>
  );
}
