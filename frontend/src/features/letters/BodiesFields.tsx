import { Button, Fieldset, Group, Stack, Text, Textarea } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language, Placeholder } from '@/api/generated';
import { languageNames, languages } from '@/i18n/languages';
import type { ApiForm } from '@/ui/forms/useApiForm';
import { type LetterValues, placeholders, withPlaceholder } from './values';

/** The letter in each language; a click puts a placeholder where the person was writing. */
export function BodiesFields({ form }: { form: ApiForm<LetterValues> }) {
  const { t } = useTranslation('letters');
  const areas = useRef<Partial<Record<Language, HTMLTextAreaElement>>>({});
  const last = useRef<Language>(languages[0]);
  const insert = (placeholder: Placeholder) => {
    const language = last.current;
    const area = areas.current[language];
    const text = form.values.bodies[language];
    const [start, end] = [area?.selectionStart, area?.selectionEnd];
    form.setFieldValue(
      `bodies.${language}`,
      withPlaceholder(text, placeholder, start, end) as never,
    );
    area?.focus();
  };
  return (
    <Fieldset legend={t('body')}>
      <Stack gap="md">
        <Text c="dimmed" size="sm">
          {t('body_help')}
        </Text>
        <Group gap="xs" role="group" aria-label={t('insert')}>
          {placeholders.map((placeholder) => (
            <Button
              key={placeholder}
              size="xs"
              variant="default"
              title={`{${placeholder}}`}
              onClick={() => insert(placeholder)}
            >
              {t(`placeholder.${placeholder}`)}
            </Button>
          ))}
        </Group>
        {languages.map((language) => {
          const field = form.getInputProps(`bodies.${language}`);
          return (
            <Textarea
              key={language}
              autosize
              minRows={5}
              withAsterisk
              lang={language}
              label={languageNames[language]}
              ref={(area) => {
                if (area) areas.current[language] = area;
              }}
              {...field}
              onFocus={(event) => {
                last.current = language;
                field.onFocus?.(event);
              }}
            />
          );
        })}
      </Stack>
    </Fieldset>
  );
}
