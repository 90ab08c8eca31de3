import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Impact, linkImpactGrievance, unlinkImpactGrievance } from '@/api/generated';
import { zImpactCase } from '@/api/generated/zod.gen';
import { ifMatch } from '@/api/headers';
import { CaseSelect } from '@/features/grievances/CaseSelect';
import { Section } from '@/features/stakeholders/record/Section';
import { paths } from '@/paths';
import { TextLink } from '@/ui/links';
import { RecordDialog } from './RecordDialog';
import classes from './Thread.module.css';
import { UnlinkButton } from './UnlinkButton';

/** Where the chain leads: the cases in which it is dealt with, of those that this person may see. */
export function CasesSection({ record }: { record: Impact }) {
  const { t } = useTranslation('impacts');
  const [isLinking, setLinking] = useState(false);
  return (
    <Section
      title={t('cases')}
      actions={
        record.actions.includes('link_impact_grievance') && (
          <Button variant="default" onClick={() => setLinking(true)}>
            {t('link_case')}
          </Button>
        )
      }
    >
      {record.grievances.length === 0 && <Text>{t('no_cases')}</Text>}
      <ul className={classes.links}>
        {record.grievances.map(({ id, reference }) => (
          <li key={id}>
            <TextLink to={paths.grievance} params={{ grievanceId: id }}>
              {reference}
            </TextLink>
            {record.actions.includes('unlink_impact_grievance') && (
              <UnlinkButton
                question={t('unlink_case', { reference })}
                send={() =>
                  unlinkImpactGrievance({
                    path: { id: record.id },
                    headers: ifMatch(record),
                    body: { grievance_id: id },
                  })
                }
              />
            )}
          </li>
        ))}
      </ul>
      {isLinking && <LinkCase record={record} onClose={() => setLinking(false)} />}
    </Section>
  );
}

function LinkCase({ record, onClose }: { record: Impact; onClose: () => void }) {
  const { t } = useTranslation(['impacts', 'records']);
  return (
    <RecordDialog
      title={t('impacts:link_case')}
      help={t('impacts:case_help')}
      confirm={t('records:save')}
      rules={zImpactCase}
      initial={{ grievance_id: '' }}
      record={record}
      send={(body) =>
        linkImpactGrievance({ path: { id: record.id }, headers: ifMatch(record), body })
      }
      onClose={onClose}
    >
      {(form) => (
        <CaseSelect
          required
          label={t('impacts:case')}
          value={form.values.grievance_id || undefined}
          onChange={(id) => form.setFieldValue('grievance_id', id ?? '')}
          error={form.errors.grievance_id}
        />
      )}
    </RecordDialog>
  );
}
