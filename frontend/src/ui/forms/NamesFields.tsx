import { Fieldset, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import { languageNames, languages } from '@/i18n/languages';

/** As much of a form as a group of its fields needs, whatever the form's values are. */
export interface FieldSource {
  getInputProps: (path: string) => GetInputPropsReturnType;
}

interface Props {
  form: FieldSource;
  path: string;
  legend: string;
  help?: string;
  multiline?: boolean;
}

/** The same text in the three languages of the app. */
export function NamesFields({ form, path, legend, help, multiline }: Props) {
  return (
    <Fieldset legend={legend}>
      <SimpleGrid cols={{ base: 1, md: multiline ? 1 : 3 }} spacing="md">
        {languages.map((language) => {
          const field = {
            lang: language,
            label: languageNames[language],
            description: language === languages[0] ? help : undefined,
            withAsterisk: true,
            ...form.getInputProps(`${path}.${language}`),
          };
          return multiline ? (
            <Textarea key={language} autosize minRows={3} {...field} />
          ) : (
            <TextInput key={language} {...field} />
          );
        })}
      </SimpleGrid>
    </Fieldset>
  );
}

/** What the error summary calls the fields above. */
export const namesLabels = (path: string, legend: string): Record<string, string> =>
  Object.fromEntries(
    languages.map((language) => [`${path}.${language}`, `${legend} (${languageNames[language]})`]),
  );
