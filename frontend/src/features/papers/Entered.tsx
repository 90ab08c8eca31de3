import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { EnteredPaper } from '@/api/generated';
import { useMay } from '@/features/identity/useMe';
import { paths } from '@/paths';
import { ButtonLink } from '@/ui/links';
import { PageHeader } from '@/ui/PageHeader';

interface Props {
  entered: EnteredPaper;
  onNext: () => void;
}

export function Entered({ entered: { reference, grievance_id }, onNext }: Props) {
  const { t } = useTranslation('papers');
  const mayAttach = useMay('attach_grievance');
  return (
    <Stack maw={640}>
      <PageHeader title={t('entry.done', { reference })} lead={t('entry.done_help')} />
      {mayAttach && <Text>{t('entry.scan')}</Text>}
      <Group>
        <Button onClick={onNext}>{t('entry.another')}</Button>
        <ButtonLink variant="default" to={paths.grievance} params={{ grievanceId: grievance_id }}>
          {t('entry.open')}
        </ButtonLink>
      </Group>
    </Stack>
  );
}
