import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { zAsked, zSensitivity } from '@/api/generated/zod.gen';
import { todayInBishkek } from '@/ui/calendar/month';
import { DayField } from '@/ui/forms/DayField';
import type { ApiForm } from '@/ui/forms/useApiForm';
import { CaseSelect } from '../CaseSelect';
import { SiteSelect } from '../SiteSelect';
import { useStaff } from '../useStaff';
import { categories, severities } from '../vocabulary';
import type { FieldName, Values } from './moves';

interface Props {
  name: FieldName;
  form: ApiForm<Values>;
  required: boolean;
}

type Choices = { value: string; label: string }[];

function Choose({ name, form, required, choices }: Props & { choices: Choices }) {
  const { t } = useTranslation('cases');
  return (
    <NativeSelect
      size="md"
      label={t(`field.${name}`)}
      withAsterisk={required}
      data={[{ value: '', label: t('choose') }, ...choices]}
      {...form.getInputProps(name)}
    />
  );
}

function useChoices() {
  const { t } = useTranslation('cases');
  return {
    category: categories.map((value) => ({ value, label: t(`category.${value}`) })),
    severity: severities.map((value) => ({ value, label: t(`severity.${value}`) })),
    sensitivity: zSensitivity.options.map((value) => ({
      value,
      label: t(`sensitivity.${value}`),
    })),
    asked: zAsked.options.map((value) => ({ value, label: t(`asked.${value}`) })),
    owner_id: useStaff(),
  };
}

function ChoiceField({ name, ...props }: Props & { name: keyof ReturnType<typeof useChoices> }) {
  return <Choose name={name} {...props} choices={useChoices()[name]} />;
}

export function MoveField(props: Props) {
  const { t } = useTranslation('cases');
  const { name, form, required } = props;
  const input = { label: t(`field.${name}`), withAsterisk: required, ...form.getInputProps(name) };
  switch (name) {
    case 'category':
    case 'severity':
    case 'sensitivity':
    case 'owner_id':
    case 'asked':
      return <ChoiceField {...props} name={name} />;
    case 'site_id':
      return (
        <SiteSelect
          {...input}
          value={form.values[name] || undefined}
          onChange={(site) => form.setFieldValue(name, site ?? '')}
        />
      );
    case 'duplicate_of':
      return (
        <CaseSelect
          {...input}
          value={form.values[name] || undefined}
          onChange={(chosen) => form.setFieldValue(name, chosen ?? '')}
        />
      );
    case 'due_on':
      return (
        <DayField
          {...input}
          minDate={todayInBishkek()}
          clearable
          // Anything outside of the dialog would lie under it.
          popoverProps={{ withinPortal: false }}
          value={form.values[name] || null}
          onChange={(day) => form.setFieldValue(name, day ?? '')}
        />
      );
    case 'witness':
    case 'external_body':
      return <TextInput {...input} />;
    case 'message':
    case 'note':
    case 'text':
    case 'body':
    case 'remedy':
    case 'how':
    case 'reason':
    case 'elsewhere':
    case 'passed_on':
    case 'consent':
    case 'reply':
    case 'question':
      return <Textarea {...input} autosize minRows={4} maxRows={16} />;
  }
}
