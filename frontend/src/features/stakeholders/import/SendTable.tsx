import { List, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listStakeholderImportsOptions } from '@/api/generated/@tanstack/react-query.gen';
import { useMe } from '@/features/identity/useMe';
import { paths } from '@/paths';
import { useFormats } from '@/ui/formats';
import { TextLink } from '@/ui/links';
import { useName } from '@/ui/names';
import { ChooseTable } from './ChooseTable';

/** The first step: which file, and of which programme. */
export function SendTable() {
  const { t } = useTranslation(['sheets', 'stakeholders']);
  const name = useName();
  const { programmes } = useMe();
  const [programme, setProgramme] = useState(programmes[0]?.id);
  return (
    <Stack gap="md" maw={720}>
      <Text>{t('sheets:import.how')}</Text>
      <Text c="dimmed">{t('sheets:import.consent_note')}</Text>
      {programmes.length > 1 && (
        <NativeSelect
          label={t('sheets:import.programme')}
          value={programme}
          data={programmes.map(({ id, names }) => ({ value: id, label: name(names) }))}
          onChange={({ currentTarget }) => setProgramme(currentTarget.value)}
        />
      )}
      {programme && <ChooseTable programme={programme} label={t('sheets:import.choose')} />}
      <OwnImports />
    </Stack>
  );
}

function OwnImports() {
  const { t } = useTranslation('sheets');
  const titleId = useId();
  const { dateTime } = useFormats();
  const { data } = useQuery(listStakeholderImportsOptions());
  if (!data || data.items.length === 0) return null;
  return (
    <section aria-labelledby={titleId}>
      <Title order={2} size="h3" id={titleId} mb="xs">
        {t('import.yours')}
      </Title>
      <List listStyleType="none" spacing="xs">
        {data.items.map((one) => (
          <List.Item key={one.id}>
            <TextLink to={paths.stakeholderImport} search={{ id: one.id }}>
              {one.file_name}
            </TextLink>
            <Text size="sm" c="dimmed">
              {`${dateTime(one.created_at)} · ${t(`import.state.${one.state}`)}`}
            </Text>
          </List.Item>
        ))}
      </List>
    </section>
  );
}
