import { Group, Stack, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { StakeholderImport } from '@/api/generated';
import { listStakeholdersQueryKey } from '@/api/generated/@tanstack/react-query.gen';
import { paths } from '@/paths';
import { Facts } from '@/ui/Facts';
import { useFormats } from '@/ui/formats';
import { ButtonLink } from '@/ui/links';

export function Done({ one }: { one: StakeholderImport }) {
  const { t } = useTranslation(['sheets', 'stakeholders']);
  const { number } = useFormats();
  const queryClient = useQueryClient();
  // The register that was looked at before has other people now.
  useEffect(() => {
    void queryClient.invalidateQueries({ queryKey: listStakeholdersQueryKey() });
  }, [queryClient]);
  return (
    <Stack gap="md" maw={560}>
      <div role="status">
        <Title order={3}>{t('sheets:import.done')}</Title>
      </div>
      <Facts
        none="0"
        facts={(['added', 'updated', 'skipped'] as const).map((field) => ({
          label: t(`sheets:import.${field}`),
          value: number(one[field]),
        }))}
      />
      <Group>
        <ButtonLink to={paths.stakeholders} search={{ sort: 'newest' }}>
          {t('sheets:import.to_list')}
        </ButtonLink>
        <ButtonLink variant="default" to={paths.stakeholderDoubles}>
          {t('stakeholders:view.doubles')}
        </ButtonLink>
      </Group>
    </Stack>
  );
}
