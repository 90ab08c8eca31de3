import {
  ActionIcon,
  Button,
  Fieldset,
  Group,
  NativeSelect,
  Stack,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type InterestKind, vetMandate } from '@/api/generated';
import { zVetting } from '@/api/generated/zod.gen';
import { ifMatch } from '@/api/headers';
import { OrganisationPicker } from '@/features/organisations/OrganisationPicker';
import { todayInBishkek } from '@/ui/calendar/month';
import { DayField } from '@/ui/forms/DayField';
import type { ApiForm } from '@/ui/forms/useApiForm';
import { Icon } from '@/ui/Icon';
import { interestKinds } from '../vocabulary';
import { MandateDialog, type MandateMove } from './MandateDialog';

interface Interest {
  kind: InterestKind;
  organisation_id: string | null;
  detail: string;
}

interface Values extends Record<string, unknown> {
  vetted_on: string | null;
  interests: Interest[];
  note: string;
}

const nothing: Values = { vetted_on: null, interests: [], note: '' };

const bodyOf = ({ note, ...values }: Values) => ({ ...values, note: note.trim() || null });

/** What the person declares. Nothing declared is said too: an empty list is an answer. */
export function VetDialog({ mandate, onClose }: MandateMove) {
  const { t } = useTranslation('mandates');
  return (
    <MandateDialog
      wide
      title={t('move.vet_mandate')}
      help={t('vet_help')}
      rules={zVetting}
      initial={nothing}
      toBody={bodyOf}
      mandate={mandate}
      send={(values) =>
        vetMandate({
          path: { id: mandate.id },
          headers: ifMatch(mandate),
          body: zVetting.parse(bodyOf(values)),
        })
      }
      onClose={onClose}
    >
      {(form) => (
        <>
          <DayField
            withAsterisk
            label={t('vetted_on')}
            maxDate={todayInBishkek()}
            popoverProps={{ withinPortal: false }}
            {...form.getInputProps('vetted_on')}
          />
          <Interests form={form} />
          <Textarea autosize minRows={2} label={t('note')} {...form.getInputProps('note')} />
        </>
      )}
    </MandateDialog>
  );
}

function Interests({ form }: { form: ApiForm<Values> }) {
  const { t } = useTranslation('mandates');
  const add = () =>
    form.insertListItem('interests', { kind: 'contract', organisation_id: null, detail: '' });
  return (
    <Stack>
      {form.values.interests.map((_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have nothing else to tell them by
        <Fieldset key={at} legend={t('interest_number', { number: at + 1 })}>
          <Stack>
            <Group align="flex-end" wrap="nowrap">
              <NativeSelect
                size="md"
                flex={1}
                label={t('interest_kind')}
                data={interestKinds.map((value) => ({ value, label: t(`interest.${value}`) }))}
                {...form.getInputProps(`interests.${at}.kind`)}
              />
              <ActionIcon
                variant="default"
                size="input-md"
                aria-label={t('remove_interest', { number: at + 1 })}
                onClick={() => form.removeListItem('interests', at)}
              >
                <Icon name="trash" />
              </ActionIcon>
            </Group>
            <OrganisationPicker
              clearable
              label={t('interest_organisation')}
              comboboxProps={{ withinPortal: false }}
              {...form.getInputProps(`interests.${at}.organisation_id`)}
            />
            <TextInput
              withAsterisk
              label={t('interest_detail')}
              {...form.getInputProps(`interests.${at}.detail`)}
            />
          </Stack>
        </Fieldset>
      ))}
      <div>
        <Button variant="default" leftSection={<Icon name="plus" />} onClick={add}>
          {t('add_interest')}
        </Button>
      </div>
    </Stack>
  );
}
