import { Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { createStakeholderImport } from '@/api/generated';
import { listStakeholderImportsQueryKey } from '@/api/generated/@tanstack/react-query.gen';
import { idempotent, newIdempotencyKey } from '@/api/headers';
import { problemFields } from '@/api/problem';
import { useRefresh } from '@/api/useKeepRecord';
import { useLanguage } from '@/i18n/useLanguage';
import { paths } from '@/paths';
import { FileDrop } from '@/ui/FileDrop';
import { Loading } from '@/ui/Loading';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { FieldProblem } from './FieldProblem';

/** Bytes, as the API takes them. */
const largest = 20 * 1024 * 1024;

const accepted = {
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['.xlsx'],
  'text/csv': ['.csv', '.txt', '.tsv'],
  'application/vnd.ms-excel': ['.csv'],
};

interface Props {
  programme: string;
  label: string;
}

/** Sends a table and goes to where it is looked through. */
export function ChooseTable({ programme, label }: Props) {
  const { t } = useTranslation('sheets');
  const language = useLanguage();
  const navigate = useNavigate();
  const reload = useRefresh(listStakeholderImportsQueryKey());
  const send = useMutation({
    mutationFn: async (file: File) => {
      const { data } = await createStakeholderImport({
        query: { programme_id: programme, language, name: file.name.slice(-200) },
        headers: idempotent(newIdempotencyKey()),
        body: file,
      });
      return data;
    },
    onSuccess: async (made) => {
      await navigate({ to: paths.stakeholderImport, search: { id: made?.id } });
      return reload();
    },
  });
  // What is wrong with the file itself is said in its own words.
  const field = Object.values(problemFields(send.error))[0];
  return (
    <Stack gap="sm">
      <FileDrop
        accept={accepted}
        maxSize={largest}
        icon="document"
        label={label}
        help={t('import.choose_help')}
        onFiles={([file]) => file && send.mutate(file)}
      />
      {send.isPending && <Loading />}
      {send.error &&
        (field ? <FieldProblem message={field} /> : <ProblemAlert error={send.error} />)}
    </Stack>
  );
}
