import { Container } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { paths } from '@/paths';
import { EmptyState } from '@/ui/EmptyState';
import { TextLink } from '@/ui/links';

export function UnknownPage() {
  const { t } = useTranslation();
  return (
    <Container size="sm">
      <EmptyState icon="search" title={t('unknown_page.title')}>
        <TextLink to={paths.welcome}>{t('unknown_page.home')}</TextLink>
      </EmptyState>
    </Container>
  );
}
