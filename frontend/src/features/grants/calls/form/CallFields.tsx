import { Checkbox, Group, NativeSelect, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/features/identity/useMe';
import { PlacesPicker } from '@/features/places/PlacePicker';
import { AmountInput } from '@/ui/forms/AmountInput';
import { MomentFields } from '@/ui/forms/MomentFields';
import { NamesFields } from '@/ui/forms/NamesFields';
import type { ApiForm } from '@/ui/forms/useApiForm';
import { useName } from '@/ui/names';
import { applicantKinds, currencies } from '../../vocabulary';
import { CriteriaField } from './CriteriaField';
import { QuestionsField } from './QuestionsField';
import type { CallValues } from './values';

interface Props {
  form: ApiForm<CallValues>;
  /** What exists belongs to its programme for good. */
  isNew?: boolean;
}

/** All that a call says. */
export function CallFields({ form, isNew = false }: Props) {
  const { t } = useTranslation(['grant-call-desk', 'grant-calls']);
  const name = useName();
  const { programmes } = useMe();
  return (
    <>
      {isNew && programmes.length > 1 && (
        <NativeSelect
          withAsterisk
          size="md"
          label={t('grant-call-desk:programme')}
          data={programmes.map(({ id, names }) => ({ value: id, label: name(names) }))}
          {...form.getInputProps('programme_id')}
        />
      )}
      <NamesFields form={form} path="title" legend={t('grant-call-desk:title_label')} />
      <NamesFields
        multiline
        form={form}
        path="purpose"
        legend={t('grant-calls:purpose')}
        help={t('grant-call-desk:purpose_help')}
      />
      <MoneyFields form={form} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <MomentFields
          form={form}
          path="opens_at"
          dayLabel={t('grant-call-desk:opens_day')}
          timeLabel={t('grant-call-desk:opens_time')}
          timeHelp={t('grant-call-desk:time_help')}
        />
        <MomentFields
          form={form}
          path="closes_at"
          dayLabel={t('grant-call-desk:closes_day')}
          timeLabel={t('grant-call-desk:closes_time')}
          timeHelp={t('grant-call-desk:time_help')}
        />
      </SimpleGrid>
      <Checkbox.Group
        withAsterisk
        label={t('grant-calls:applicants')}
        {...form.getInputProps('applicants')}
      >
        <Group mt="xs">
          {applicantKinds.map((value) => (
            <Checkbox key={value} value={value} label={t(`grant-calls:applicant.${value}`)} />
          ))}
        </Group>
      </Checkbox.Group>
      <PlacesPicker
        withAsterisk
        label={t('grant-calls:places')}
        description={t('grant-call-desk:places_help')}
        {...form.getInputProps('place_ids')}
      />
      <QuestionsField form={form} stage="eligibility" />
      <QuestionsField form={form} stage="application" />
      <CriteriaField form={form} />
    </>
  );
}

function MoneyFields({ form }: { form: ApiForm<CallValues> }) {
  const { t } = useTranslation(['grant-call-desk', 'grant-calls']);
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }}>
      <NativeSelect
        size="md"
        withAsterisk
        label={t('grant-call-desk:currency')}
        data={currencies.map((value) => ({ value, label: t(`grant-calls:currency.${value}`) }))}
        {...form.getInputProps('currency')}
      />
      <AmountInput withAsterisk label={t('grant-calls:budget')} {...form.getInputProps('budget')} />
      <AmountInput
        withAsterisk
        label={t('grant-calls:ceiling')}
        {...form.getInputProps('ceiling')}
      />
    </SimpleGrid>
  );
}
