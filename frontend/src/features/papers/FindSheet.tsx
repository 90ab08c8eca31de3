import { Button, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { inTwo, isNumber, numberOf } from './sheetNumber';

interface Props {
  initial?: string;
  onFind: (number: string) => void;
}

export function FindSheet({ initial = '', onFind }: Props) {
  const { t } = useTranslation('papers');
  const [number, setNumber] = useState(initial);
  const [incomplete, setIncomplete] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIncomplete(!isNumber(number));
    if (isNumber(number)) onFind(number);
  };
  return (
    <form noValidate onSubmit={submit}>
      <Stack maw={420}>
        <TextInput
          label={t('number')}
          description={t('number_help')}
          inputMode="numeric"
          autoComplete="off"
          size="lg"
          value={inTwo(number)}
          onChange={({ currentTarget }) => setNumber(numberOf(currentTarget.value))}
          error={incomplete && t('incomplete')}
        />
        <div>
          <Button type="submit" size="lg">
            {t('find')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
