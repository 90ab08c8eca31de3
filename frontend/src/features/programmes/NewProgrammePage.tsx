import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { createProgramme } from '@/api/generated';
import { zNewProgramme } from '@/api/generated/zod.gen';
import { paths } from '@/paths';
import { NewRecord } from '@/ui/forms/NewRecord';
import { TextLink } from '@/ui/links';
import { ProgrammeFields } from './ProgrammeFields';
import { useProgrammeLabels } from './useProgrammeLabels';
import { useProgrammeSaved } from './useProgrammeSaved';
import { noProgramme } from './values';

export function NewProgrammePage() {
  const { t } = useTranslation('programmes');
  const navigate = useNavigate();
  return (
    <NewRecord
      title={t('new')}
      back={<TextLink to={paths.programmes}>{t('title')}</TextLink>}
      labels={useProgrammeLabels()}
      schema={zNewProgramme}
      initial={noProgramme}
      create={(request) => createProgramme(request)}
      onSaved={useProgrammeSaved()}
      onCancel={() => navigate({ to: paths.programmes })}
    >
      {(form) => <ProgrammeFields form={form} />}
    </NewRecord>
  );
}
