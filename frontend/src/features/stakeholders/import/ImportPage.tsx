import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { paths } from '@/paths';
import { BackLink } from '@/ui/BackLink';
import { TextLink } from '@/ui/links';
import { idOf } from '@/ui/listSearch';
import { PageHeader } from '@/ui/PageHeader';

import { OneImport } from './OneImport';
import { SendTable } from './SendTable';

/** A table on its way into the register: sent, looked through, decided about, read in. */
export function ImportPage() {
  const { t } = useTranslation(['sheets', 'stakeholders']);
  const id = idOf(useSearch({ from: '/desk/stakeholders/import' }).id);
  return (
    <>
      <BackLink>
        <TextLink to={paths.stakeholders}>{t('stakeholders:title')}</TextLink>
      </BackLink>
      <PageHeader title={t('sheets:import.title')} lead={t('sheets:import.lead')} />
      {id ? <OneImport key={id} id={id} /> : <SendTable />}
    </>
  );
}
