import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Assembly, endorseMandate } from '@/api/generated';
import { listAssembliesOptions } from '@/api/generated/@tanstack/react-query.gen';
import { zEndorsement } from '@/api/generated/zod.gen';
import { ifMatch } from '@/api/headers';
import { useFormats } from '@/ui/formats';
import { Loading } from '@/ui/Loading';
import { MandateDialog, type MandateMove } from './MandateDialog';
import { NewAssemblyDialog } from './NewAssemblyDialog';

/** The assembly that gave its word: one that is recorded already, or a new one with how many took part. */
export function EndorseDialog(move: MandateMove) {
  const [another, setAnother] = useState(false);
  const place_id = move.mandate.place.id;
  const { data } = useQuery(listAssembliesOptions({ query: { place_id, limit: 50 } }));
  if (!data) return <Loading />;
  const known = data.items.filter(({ place }) => place.id === place_id);
  if (another || known.length === 0) return <NewAssemblyDialog {...move} />;
  return <ChooseAssembly {...move} known={known} onAnother={() => setAnother(true)} />;
}

interface Choice extends MandateMove {
  known: Assembly[];
  onAnother: () => void;
}

interface Values extends Record<string, unknown> {
  assembly_id: string;
  note: string;
}

const bodyOf = ({ assembly_id, note }: Values) => ({ assembly_id, note: note.trim() || null });

function ChooseAssembly({ mandate, known, onAnother, onClose }: Choice) {
  const { t } = useTranslation('mandates');
  const { date } = useFormats();
  const label = ({ form, held_on, totals }: Assembly) =>
    `${t(`form.${form}`)}, ${date(held_on)} (${totals.people})`;
  const initial: Values = { assembly_id: known[0]?.id ?? '', note: '' };
  return (
    <MandateDialog
      title={t('move.endorse_mandate')}
      help={t('endorse_help')}
      rules={zEndorsement}
      initial={initial}
      toBody={bodyOf}
      mandate={mandate}
      send={(values) =>
        endorseMandate({
          path: { id: mandate.id },
          headers: ifMatch(mandate),
          body: zEndorsement.parse(bodyOf(values)),
        })
      }
      onClose={onClose}
    >
      {(form) => (
        <>
          <NativeSelect
            size="md"
            label={t('assembly')}
            data={known.map((assembly) => ({ value: assembly.id, label: label(assembly) }))}
            {...form.getInputProps('assembly_id')}
          />
          <div>
            <Button variant="default" onClick={onAnother}>
              {t('new_assembly')}
            </Button>
          </div>
          <Textarea autosize minRows={2} label={t('note')} {...form.getInputProps('note')} />
        </>
      )}
    </MandateDialog>
  );
}
