import { Button, Fieldset, Group, NativeSelect, NumberInput, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProgrammeTerm, ProgrammeTerms } from '@/api/generated';
import {
  getProgrammeQueryKey,
  getProgrammeTermsQueryKey,
  updateProgrammeTermsMutation,
} from '@/api/generated/@tanstack/react-query.gen';
import { zTermUnit } from '@/api/generated/zod.gen';
import { ifMatch } from '@/api/headers';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { useSavedNotice } from '@/ui/useSavedNotice';

interface Props {
  programmeId: string;
  terms: ProgrammeTerms;
  onDone: () => void;
}

type Figure = Pick<ProgrammeTerm, 'term' | 'amount' | 'unit'>;

export function TermsForm({ programmeId: id, terms, onDone }: Props) {
  const { t } = useTranslation(['programmes', 'records', 'common']);
  const queries = useQueryClient();
  const notice = useSavedNotice();
  const [figures, setFigures] = useState<Figure[]>(
    terms.terms.map(({ term, amount, unit }) => ({ term, amount, unit })),
  );
  const change = (changed: Figure) =>
    setFigures(figures.map((figure) => (figure.term === changed.term ? changed : figure)));
  const save = useMutation({
    ...updateProgrammeTermsMutation(),
    onSuccess: (saved) => {
      queries.setQueryData(getProgrammeTermsQueryKey({ path: { id } }), saved);
      void queries.invalidateQueries({ queryKey: getProgrammeQueryKey({ path: { id } }) });
      notice();
      onDone();
    },
  });
  return (
    <Stack>
      {figures.map((figure) => (
        <TermField key={figure.term} figure={figure} onChange={change} />
      ))}
      <ProblemAlert error={save.error} />
      <Group>
        <Button
          loading={save.isPending}
          onClick={() =>
            save.mutate({ path: { id }, headers: ifMatch(terms), body: { terms: figures } })
          }
        >
          {t('records:save')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('common:cancel')}
        </Button>
      </Group>
    </Stack>
  );
}

function TermField({ figure, onChange }: { figure: Figure; onChange: (figure: Figure) => void }) {
  const { t } = useTranslation('programmes');
  const legend = t(`term.${figure.term}`);
  return (
    <Fieldset legend={legend}>
      <Group align="flex-end">
        <NumberInput
          size="md"
          min={1}
          max={1000}
          allowDecimal={false}
          label={t('amount')}
          value={figure.amount}
          onChange={(amount) => onChange({ ...figure, amount: Number(amount) || 1 })}
        />
        <NativeSelect
          size="md"
          label={t('unit_label')}
          data={zTermUnit.options.map((unit) => ({ value: unit, label: t(`unit.${unit}`) }))}
          value={figure.unit}
          onChange={({ currentTarget }) =>
            onChange({ ...figure, unit: currentTarget.value as Figure['unit'] })
          }
        />
      </Group>
    </Fieldset>
  );
}
