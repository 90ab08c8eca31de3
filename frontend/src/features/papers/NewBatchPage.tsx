import { NativeSelect, NumberInput, SimpleGrid, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type PrintedBatch, printPaperBatch } from '@/api/generated';
import { listPaperBatchesQueryKey } from '@/api/generated/@tanstack/react-query.gen';
import { zNewPaperBatch } from '@/api/generated/zod.gen';
import { useRefresh } from '@/api/useKeepRecord';
import { useMe } from '@/features/identity/useMe';
import { intakeQuery } from '@/features/intake/intakeQuery';
import { languageNames, languages } from '@/i18n/languages';
import { useLanguage } from '@/i18n/useLanguage';
import { paths } from '@/paths';
import { NewRecord } from '@/ui/forms/NewRecord';
import { Loading } from '@/ui/Loading';
import { TextLink } from '@/ui/links';
import { useName } from '@/ui/names';
import { PaperProblem } from './PaperProblem';
import { PrintSheets } from './PrintSheets';

const usual = 10;

export function NewBatchPage() {
  const { t } = useTranslation('papers');
  const navigate = useNavigate();
  const name = useName();
  const language = useLanguage();
  const { programmes } = useMe();
  const { data: intake } = useQuery(intakeQuery);
  const refresh = useRefresh(listPaperBatchesQueryKey());
  const [printed, setPrinted] = useState<PrintedBatch>();
  if (printed) return <PrintSheets printed={printed} />;
  if (!intake) return <Loading />;
  const labels = {
    programme_id: t('field.programme'),
    label: t('field.label'),
    language: t('field.language'),
    sheets: t('field.sheets'),
  };
  const running = programmes.find(({ id }) => id === intake.programme?.id) ?? programmes[0];
  return (
    <NewRecord
      title={t('new')}
      back={<TextLink to={paths.papers}>{t('title')}</TextLink>}
      labels={labels}
      submitLabel={t('make')}
      Problem={PaperProblem}
      schema={zNewPaperBatch}
      initial={{
        programme_id: running?.id ?? '',
        label: '',
        language: language as string,
        sheets: usual as number | string,
      }}
      create={(request) => printPaperBatch(request)}
      onSaved={(batch) => {
        setPrinted(batch);
        void refresh();
      }}
      onCancel={() => navigate({ to: paths.papers })}
    >
      {(form) => (
        <>
          {programmes.length > 1 && (
            <NativeSelect
              withAsterisk
              label={labels.programme_id}
              data={programmes.map(({ id, names }) => ({ value: id, label: name(names) }))}
              {...form.getInputProps('programme_id')}
            />
          )}
          <TextInput
            withAsterisk
            label={labels.label}
            description={t('field.label_help')}
            {...form.getInputProps('label')}
          />
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <NativeSelect
              withAsterisk
              label={labels.language}
              data={languages.map((value) => ({ value, label: languageNames[value] }))}
              {...form.getInputProps('language')}
            />
            <NumberInput
              withAsterisk
              label={labels.sheets}
              description={t('field.sheets_help')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              min={1}
              max={50}
              allowDecimal={false}
              {...form.getInputProps('sheets')}
            />
          </SimpleGrid>
        </>
      )}
    </NewRecord>
  );
}
