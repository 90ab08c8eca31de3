import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listPaperBatchesInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import { paths } from '@/paths';
import { EmptyList } from '@/ui/EmptyList';
import { useFormats } from '@/ui/formats';
import { Icon } from '@/ui/Icon';
import { KeysetList } from '@/ui/KeysetList';
import { keyset } from '@/ui/keyset';
import { ButtonLink, TextLink } from '@/ui/links';
import { PageHeader } from '@/ui/PageHeader';

/** What was printed, and how much of it came back. */
export function PapersPage() {
  const { t } = useTranslation('papers');
  const { date, number } = useFormats();
  const batches = useInfiniteQuery({ ...listPaperBatchesInfiniteOptions(), ...keyset });
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            <ButtonLink to={paths.paperEnter} leftSection={<Icon name="upload" />}>
              {t('enter')}
            </ButtonLink>
            <ButtonLink variant="default" to={paths.paperNew} leftSection={<Icon name="print" />}>
              {t('new')}
            </ButtonLink>
          </>
        }
      />
      <KeysetList
        query={batches}
        label={t('title')}
        columns={[
          {
            label: t('batch'),
            show: ({ id, label }) => (
              <TextLink to={paths.paperBatch} params={{ batchId: id }}>
                {label}
              </TextLink>
            ),
          },
          { label: t('made'), show: ({ made_at }) => date(made_at) },
          { label: t('made_by'), show: ({ made_by }) => made_by.name },
          { label: t('count.out'), show: ({ out }) => number(out) },
          { label: t('count.entered'), show: ({ entered }) => number(entered) },
          { label: t('count.void'), show: (batch) => number(batch.void) },
        ]}
        empty={
          <EmptyList filtered={false} icon="document" title={t('empty')} help={t('empty_help')} />
        }
      />
    </>
  );
}
