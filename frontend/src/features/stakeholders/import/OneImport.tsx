import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { deleteStakeholderImport, type StakeholderImport } from '@/api/generated';
import {
  getStakeholderImportOptions,
  listStakeholderImportsQueryKey,
} from '@/api/generated/@tanstack/react-query.gen';
import { ifMatch } from '@/api/headers';
import { useRefresh } from '@/api/useKeepRecord';
import { paths } from '@/paths';
import { ErrorState } from '@/ui/ErrorState';
import { Loading } from '@/ui/Loading';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { ChooseTable } from './ChooseTable';
import { Decide } from './Decide';
import { Done } from './Done';
import { Failed } from './Failed';
import { isUnderWay, pollEvery } from './steps';
import { UnderWay } from './UnderWay';

/** A table that was sent, in whatever state it is. */
export function OneImport({ id }: { id: string }) {
  const query = useQuery({
    ...getStakeholderImportOptions({ path: { id } }),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? pollEvery : false),
  });
  if (query.isPending) return <Loading />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => query.refetch()} />;
  return (
    <Stack gap="lg">
      <Title order={2} size="h3" style={{ overflowWrap: 'anywhere' }}>
        {query.data.file_name}
      </Title>
      <Step one={query.data} />
      <Away one={query.data} />
    </Stack>
  );
}

function Step({ one }: { one: StakeholderImport }) {
  switch (one.state) {
    case 'checking':
    case 'running':
      return <UnderWay one={one} />;
    case 'checked':
      return <Decide key={one.version} one={one} />;
    case 'done':
      return <Done one={one} />;
    case 'failed':
      return <Failed one={one} />;
  }
}

/** Another file in its place, or none. */
function Away({ one }: { one: StakeholderImport }) {
  const { t } = useTranslation('sheets');
  const navigate = useNavigate();
  const reload = useRefresh(listStakeholderImportsQueryKey());
  const remove = useMutation({
    mutationFn: async () =>
      deleteStakeholderImport({ path: { id: one.id }, headers: ifMatch(one) }),
    onSuccess: async () => {
      await navigate({ to: paths.stakeholderImport, search: {} });
      return reload();
    },
  });
  if (!one.actions.includes('delete_stakeholder_import')) return null;
  return (
    <Stack gap="sm" data-no-print>
      <ProblemAlert error={remove.error} />
      {one.state === 'failed' && (
        <ChooseTable programme={one.programme_id} label={t('import.another')} />
      )}
      <Group>
        <Button variant="subtle" loading={remove.isPending} onClick={() => remove.mutate()}>
          {t('import.delete')}
        </Button>
      </Group>
      {one.state === 'checked' && (
        <Text size="sm" c="dimmed">
          {t('import.nothing_recorded')}
        </Text>
      )}
    </Stack>
  );
}
