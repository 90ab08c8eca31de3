import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { paths } from '@/paths';
import { TextLink } from '@/ui/links';
import { PageHeader } from '@/ui/PageHeader';

const sections = ['what', 'who', 'time', 'elsewhere'] as const;

export function AboutPage() {
  const { t } = useTranslation('welcome');
  return (
    <Stack maw={680} gap="lg">
      <PageHeader title={t('about.title')} lead={t('about.lead')} />
      {sections.map((section) => (
        <section key={section}>
          <Title order={2} mb={4}>
            {t(`about.${section}.title`)}
          </Title>
          <Text>{t(`about.${section}.text`)}</Text>
        </section>
      ))}
      <TextLink to={paths.promises}>{t('promises')}</TextLink>
      <TextLink to={paths.verify}>{t('about.verify')}</TextLink>
    </Stack>
  );
}
