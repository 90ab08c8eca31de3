import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { createLetterTemplate } from '@/api/generated';
import { zNewLetterTemplate } from '@/api/generated/zod.gen';
import { useMe } from '@/features/identity/useMe';
import { paths } from '@/paths';
import { NewRecord } from '@/ui/forms/NewRecord';
import { TextLink } from '@/ui/links';
import { LetterFields } from './LetterFields';
import { useLetterLabels } from './useLetterLabels';
import { useLetterSaved } from './useLetterSaved';
import { noLetter } from './values';

export function NewLetterPage() {
  const { t } = useTranslation('letters');
  const navigate = useNavigate();
  const [programme] = useMe().programmes;
  return (
    <NewRecord
      title={t('new')}
      back={<TextLink to={paths.letters}>{t('title')}</TextLink>}
      labels={useLetterLabels()}
      schema={zNewLetterTemplate}
      initial={noLetter(programme?.id ?? '')}
      create={(request) => createLetterTemplate(request)}
      onSaved={useLetterSaved()}
      onCancel={() => navigate({ to: paths.letters })}
    >
      {(form) => <LetterFields isNew form={form} />}
    </NewRecord>
  );
}
