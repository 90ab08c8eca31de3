import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { getLetterTemplate, type LetterTemplate, updateLetterTemplate } from '@/api/generated';
import { getLetterTemplateQueryKey } from '@/api/generated/@tanstack/react-query.gen';
import { zLetterTemplateChange, zNewLetterTemplate } from '@/api/generated/zod.gen';
import { paths } from '@/paths';
import { namesToCompare } from '@/ui/forms/ConflictDialog';
import { EditRecord } from '@/ui/forms/EditRecord';
import { TextLink } from '@/ui/links';
import { LetterFields } from './LetterFields';
import { useLetterLabels } from './useLetterLabels';
import { useLetterSaved } from './useLetterSaved';
import { type LetterValues, letterValues } from './values';

export function EditLetter({ letter }: { letter: LetterTemplate }) {
  const { t } = useTranslation('letters');
  const navigate = useNavigate();
  const path = { id: letter.id };
  return (
    <EditRecord
      title={t('edit')}
      back={<TextLink to={paths.letters}>{t('title')}</TextLink>}
      labels={useLetterLabels()}
      schema={zNewLetterTemplate}
      changeSchema={zLetterTemplateChange}
      record={letter}
      recordKey={getLetterTemplateQueryKey({ path })}
      valuesOf={letterValues}
      save={(request) => updateLetterTemplate({ path, ...request })}
      load={() => getLetterTemplate({ path })}
      onSaved={useLetterSaved()}
      onCancel={() => navigate({ to: paths.letters })}
      compared={[
        ...namesToCompare<LetterValues>(t('name'), ({ names }) => names),
        ...namesToCompare<LetterValues>(t('body'), ({ bodies }) => bodies),
      ]}
    >
      {(form) => <LetterFields form={form} isNew={false} />}
    </EditRecord>
  );
}
