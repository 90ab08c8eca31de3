import { Button, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  addImpactSource,
  type Impact,
  type ImpactSource,
  removeImpactSource,
} from '@/api/generated';
import { zNewImpactSource } from '@/api/generated/zod.gen';
import { ifMatch } from '@/api/headers';
import { CaseSelect } from '@/features/grievances/CaseSelect';
import { Section } from '@/features/stakeholders/record/Section';
import { paths } from '@/paths';
import { todayInBishkek } from '@/ui/calendar/month';
import { useFormats } from '@/ui/formats';
import { DayField } from '@/ui/forms/DayField';
import { TextLink } from '@/ui/links';
import { RecordDialog } from './RecordDialog';
import classes from './Thread.module.css';
import { UnlinkButton } from './UnlinkButton';

type Staff = Extract<Impact, { audience: 'staff' }>;

/** Where the chain begins: what it is known from. For staff alone. */
export function SourcesSection({ record }: { record: Staff }) {
  const { t } = useTranslation('impacts');
  const [adding, setAdding] = useState<ImpactSource['kind']>();
  const mayAdd = record.actions.includes('add_impact_source');
  return (
    <Section
      title={t('sources')}
      actions={
        mayAdd && (
          <>
            <Button variant="default" onClick={() => setAdding('observed')}>
              {t('add_observed')}
            </Button>
            <Button variant="default" onClick={() => setAdding('grievance')}>
              {t('add_from_case')}
            </Button>
          </>
        )
      }
    >
      {record.sources.length === 0 && <Text>{t('no_sources')}</Text>}
      <ul className={classes.links}>
        {record.sources.map((source) => (
          <li key={source.id}>
            <SourceWords source={source} />
            {record.actions.includes('remove_impact_source') && (
              <UnlinkButton
                question={t('remove_source')}
                send={() =>
                  removeImpactSource({
                    path: { id: record.id },
                    headers: ifMatch(record),
                    body: { source_id: source.id },
                  })
                }
              />
            )}
          </li>
        ))}
      </ul>
      {adding === 'observed' && <Observed record={record} onClose={() => setAdding(undefined)} />}
      {adding === 'grievance' && <FromCase record={record} onClose={() => setAdding(undefined)} />}
    </Section>
  );
}

function SourceWords({ source }: { source: ImpactSource }) {
  const { t } = useTranslation('impacts');
  const { date } = useFormats();
  const said = `${source.day ? date(source.day) : date(source.at)} · ${source.by.name}`;
  return (
    <div>
      {source.grievance ? (
        <Text>
          {t('source.grievance')}{' '}
          <TextLink to={paths.grievance} params={{ grievanceId: source.grievance.id }}>
            {source.grievance.reference}
          </TextLink>
        </Text>
      ) : (
        <Text className={classes.words}>{source.observed}</Text>
      )}
      <Text size="sm" c="dimmed">
        {said}
      </Text>
    </div>
  );
}

function Observed({ record, onClose }: { record: Staff; onClose: () => void }) {
  const { t } = useTranslation(['impacts', 'records']);
  const toBody = (values: { observed: string; day: string | null }) => ({
    kind: 'observed' as const,
    ...values,
  });
  return (
    <RecordDialog
      title={t('impacts:add_observed')}
      help={t('impacts:observed_help')}
      confirm={t('records:save')}
      rules={zNewImpactSource}
      initial={{ observed: '', day: null as string | null }}
      toBody={toBody}
      record={record}
      send={(values) =>
        addImpactSource({
          path: { id: record.id },
          headers: ifMatch(record),
          body: zNewImpactSource.parse(toBody(values)),
        })
      }
      onClose={onClose}
    >
      {(form) => (
        <>
          <Textarea
            withAsterisk
            autosize
            minRows={3}
            label={t('impacts:observed')}
            {...form.getInputProps('observed')}
          />
          <DayField
            withAsterisk
            label={t('impacts:observed_on')}
            maxDate={todayInBishkek()}
            popoverProps={{ withinPortal: false }}
            {...form.getInputProps('day')}
          />
        </>
      )}
    </RecordDialog>
  );
}

function FromCase({ record, onClose }: { record: Staff; onClose: () => void }) {
  const { t } = useTranslation(['impacts', 'records']);
  const toBody = ({ grievance_id }: { grievance_id: string }) => ({
    kind: 'grievance' as const,
    grievance_id,
  });
  return (
    <RecordDialog
      title={t('impacts:add_from_case')}
      help={t('impacts:case_help')}
      confirm={t('records:save')}
      rules={zNewImpactSource}
      initial={{ grievance_id: '' }}
      toBody={toBody}
      record={record}
      send={(values) =>
        addImpactSource({
          path: { id: record.id },
          headers: ifMatch(record),
          body: toBody(values),
        })
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
