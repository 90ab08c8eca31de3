import { Text, Title } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PaperSheet } from '@/api/generated';
import {
  getPaperBatchOptions,
  listPaperSheetsOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import { languageNames } from '@/i18n/languages';
import { paths } from '@/paths';
import { BackLink } from '@/ui/BackLink';
import { Facts } from '@/ui/Facts';
import { useFormats } from '@/ui/formats';
import { TextLink } from '@/ui/links';
import { PageHeader } from '@/ui/PageHeader';
import { RecordQuery } from '@/ui/RecordQuery';
import { RecordTable } from '@/ui/RecordTable';
import { SheetBadge } from './SheetBadge';
import { inTwo } from './sheetNumber';
import { VoidBatch, VoidSheet } from './VoidPapers';

/** A batch, sheet by sheet. */
export function BatchPage() {
  const { t } = useTranslation('papers');
  const { date, number } = useFormats();
  const { batchId: id } = useParams({ from: '/desk/papers/$batchId' });
  return (
    <>
      <BackLink>
        <TextLink to={paths.papers}>{t('title')}</TextLink>
      </BackLink>
      <RecordQuery options={getPaperBatchOptions({ path: { id } })}>
        {(record) => (
          <>
            <PageHeader
              title={t('batch_of', { label: record.label })}
              actions={record.actions.includes('void_paper_batch') && <VoidBatch batch={record} />}
            />
            <Facts
              none=""
              facts={[
                { label: t('made'), value: date(record.made_at) },
                { label: t('made_by'), value: record.made_by.name },
                { label: t('field.language'), value: languageNames[record.language] },
                { label: t('count.out'), value: number(record.out) },
                { label: t('count.entered'), value: number(record.entered) },
                { label: t('count.void'), value: number(record.void) },
              ]}
            />
          </>
        )}
      </RecordQuery>
      <Title order={2} mt="xl" mb="md">
        {t('sheets')}
      </Title>
      <RecordQuery options={listPaperSheetsOptions({ path: { id } })}>
        {({ items }) => (
          <RecordTable
            label={t('sheets')}
            items={items.map((sheet) => ({ ...sheet, id: sheet.number }))}
            columns={[
              { label: t('number'), show: (sheet) => <SheetLink sheet={sheet} /> },
              { label: t('what'), show: ({ state }) => <SheetBadge state={state} /> },
              { label: t('details'), show: (sheet) => <Became sheet={sheet} /> },
              {
                label: t('void.one'),
                show: (sheet) =>
                  sheet.actions.includes('void_paper_sheet') && <VoidSheet sheet={sheet} />,
              },
            ]}
          />
        )}
      </RecordQuery>
    </>
  );
}

/** Leads to where it is entered, if it can be. */
function SheetLink({ sheet: { number, actions } }: { sheet: PaperSheet }) {
  if (!actions.includes('enter_paper_sheet')) return inTwo(number);
  return (
    <TextLink to={paths.paperEnter} search={{ sheet: number }}>
      {inTwo(number)}
    </TextLink>
  );
}

function Became({ sheet: { grievance, received_on, void_reason } }: { sheet: PaperSheet }) {
  const { t } = useTranslation('papers');
  const { date } = useFormats();
  if (grievance)
    return (
      <>
        <TextLink to={paths.grievance} params={{ grievanceId: grievance.id }}>
          {grievance.reference}
        </TextLink>
        {received_on && (
          <Text size="sm" c="dimmed">
            {t('received', { date: date(received_on) })}
          </Text>
        )}
      </>
    );
  return void_reason;
}
