import { Checkbox, Group, Radio, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { asLanguage, languageNames, languages } from '@/i18n/languages';
import type { FieldsProps } from '../record/CaseFields';
import { Aloud } from './Aloud';

/** What is asked before anything is written down, in the caller's own language. */
export function ConsentStep({ form }: FieldsProps) {
  const { t } = useTranslation('call');
  const language = asLanguage(form.values.grievance.language) ?? 'ky';
  const agreed = form.values.consent.given === 'said';
  return (
    <>
      <Radio.Group
        label={t('caller_language')}
        value={language}
        onChange={(chosen) => form.setFieldValue('grievance.language', chosen)}
      >
        <Group mt="xs">
          {languages.map((value) => (
            <Radio key={value} value={value} label={languageNames[value]} />
          ))}
        </Group>
      </Radio.Group>
      <Aloud language={language} what="consent.words" />
      <Checkbox
        size="md"
        label={t('consent.agreed')}
        checked={agreed}
        error={form.errors['consent.given']}
        onChange={({ currentTarget }) =>
          form.setFieldValue('consent.given', currentTarget.checked ? 'said' : '')
        }
      />
      {!agreed && (
        <Text size="sm" c="dimmed">
          {t('consent.not_agreed')}
        </Text>
      )}
    </>
  );
}
