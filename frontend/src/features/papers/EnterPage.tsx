import { Alert, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EnteredPaper, PaperSheet } from '@/api/generated';
import { getPaperSheetOptions } from '@/api/generated/@tanstack/react-query.gen';
import { toApiProblem } from '@/api/problem';
import { paths } from '@/paths';
import { BackLink } from '@/ui/BackLink';
import { ErrorState } from '@/ui/ErrorState';
import { Icon } from '@/ui/Icon';
import { Loading } from '@/ui/Loading';
import { ButtonLink, TextLink } from '@/ui/links';
import { PageHeader } from '@/ui/PageHeader';
import { Entered } from './Entered';
import { EntryForm } from './EntryForm';
import { FindSheet } from './FindSheet';
import { isNumber, numberOf } from './sheetNumber';

const from = '/desk/papers/enter';

/** Finds a sheet by its number, or by the QR code that leads here, and enters what is written on it. */
export function EnterPage() {
  const { t } = useTranslation(['papers', 'cases', 'grievances']);
  const navigate = useNavigate({ from });
  const { sheet } = useSearch({ from });
  const number = numberOf(String(sheet ?? ''));
  const [entered, setEntered] = useState<EnteredPaper>();
  const find = (next?: string) => {
    setEntered(undefined);
    return navigate({ search: { sheet: next }, replace: true });
  };
  if (entered) return <Entered entered={entered} onNext={() => find()} />;
  return (
    <>
      <BackLink>
        <TextLink to={paths.papers}>{t('papers:title')}</TextLink>
      </BackLink>
      {isNumber(number) ? (
        <Found key={number} number={number} onFind={find} onEntered={setEntered} />
      ) : (
        <>
          <PageHeader title={t('papers:enter')} />
          <FindSheet onFind={find} />
        </>
      )}
    </>
  );
}

interface FoundProps {
  number: string;
  onFind: (number?: string) => void;
  onEntered: (entered: EnteredPaper) => void;
}

function Found({ number, onFind, onEntered }: FoundProps) {
  const { t } = useTranslation('papers');
  const { data, error, refetch } = useQuery({
    ...getPaperSheetOptions({ path: { id: number } }),
    // It must not be taken away while somebody types.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  if (error && toApiProblem(error).status === 404)
    return (
      <>
        <PageHeader title={t('enter')} />
        <Alert
          role="alert"
          color="felt"
          mb="lg"
          title={t('not_found')}
          icon={<Icon name="alert" />}
        >
          {t('not_found_help')}
        </Alert>
        <FindSheet initial={number} onFind={onFind} />
      </>
    );
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return <Loading />;
  if (!data.actions.includes('enter_paper_sheet')) return <Closed sheet={data} />;
  return <EntryForm sheet={data} onEntered={onEntered} />;
}

function Closed({ sheet: { state, grievance } }: { sheet: PaperSheet }) {
  const { t } = useTranslation('papers');
  return (
    <Stack maw={640}>
      <PageHeader title={t(state === 'entered' ? 'closed.entered' : 'closed.void')} />
      {!grievance && <Text>{t('closed.help')}</Text>}
      <Group>
        {grievance && (
          <ButtonLink to={paths.grievance} params={{ grievanceId: grievance.id }}>
            {t('closed.open', { reference: grievance.reference })}
          </ButtonLink>
        )}
        <ButtonLink variant="default" to={paths.paperEnter} search={{ sheet: undefined }}>
          {t('closed.other')}
        </ButtonLink>
      </Group>
    </Stack>
  );
}
