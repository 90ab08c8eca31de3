import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listLetterTemplatesOptions } from '@/api/generated/@tanstack/react-query.gen';
import { useMay } from '@/features/identity/useMe';
import { useLanguage } from '@/i18n/useLanguage';
import { paths } from '@/paths';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorState } from '@/ui/ErrorState';
import { Icon } from '@/ui/Icon';
import { Loading } from '@/ui/Loading';
import { ButtonLink, TextLink } from '@/ui/links';
import { useName } from '@/ui/names';
import { PageHeader } from '@/ui/PageHeader';
import { RecordTable } from '@/ui/RecordTable';
import { DeleteLetter } from './DeleteLetter';

export function LettersPage() {
  const { t } = useTranslation(['letters', 'records']);
  const name = useName();
  const language = useLanguage();
  const mayCreate = useMay('create_letter_template');
  const letters = useQuery(listLetterTemplatesOptions());
  return (
    <>
      <PageHeader
        title={t('letters:title')}
        lead={t('letters:lead')}
        actions={
          mayCreate && (
            <ButtonLink to={paths.letterNew} leftSection={<Icon name="plus" />}>
              {t('letters:new')}
            </ButtonLink>
          )
        }
      />
      {letters.isPending && <Loading />}
      {letters.isError && <ErrorState error={letters.error} onRetry={letters.refetch} />}
      {letters.data?.items.length === 0 && (
        <EmptyState icon="mail" title={t('letters:empty')}>
          {t('letters:empty_help')}
        </EmptyState>
      )}
      {letters.data && letters.data.items.length > 0 && (
        <RecordTable
          label={t('letters:title')}
          items={letters.data.items}
          columns={[
            {
              label: t('letters:name'),
              show: ({ id, names, actions }) =>
                actions.includes('update_letter_template') ? (
                  <TextLink to={paths.letterEdit} params={{ letterId: id }} fw={600}>
                    {name(names)}
                  </TextLink>
                ) : (
                  name(names)
                ),
            },
            {
              label: t('letters:body'),
              show: ({ bodies }) => <Text lineClamp={2}>{bodies[language]}</Text>,
            },
            {
              label: t('records:actions'),
              show: (letter) =>
                letter.actions.includes('delete_letter_template') && (
                  <DeleteLetter letter={letter} />
                ),
            },
          ]}
        />
      )}
    </>
  );
}
