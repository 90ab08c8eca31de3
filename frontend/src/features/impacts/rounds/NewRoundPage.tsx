import {
  Checkbox,
  NativeSelect,
  NumberInput,
  Radio,
  SimpleGrid,
  Stack,
  TextInput,
} from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { createImpactRound, type ImpactRound } from '@/api/generated';
import {
  getImpactRoundQueryKey,
  listImpactRoundsQueryKey,
} from '@/api/generated/@tanstack/react-query.gen';
import { useMe } from '@/features/identity/useMe';
import { PlacePicker } from '@/features/places/PlacePicker';
import { paths } from '@/paths';
import { NewRecord } from '@/ui/forms/NewRecord';
import type { ApiForm } from '@/ui/forms/useApiForm';
import { TextLink } from '@/ui/links';
import { useName } from '@/ui/names';
import { ChoicesField } from './ChoicesField';
import { noRound, type RoundValues, zRoundValues } from './values';

export function NewRoundPage() {
  const { t } = useTranslation('impacts');
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [programme] = useMe().programmes;
  const saved = (round: ImpactRound) => {
    queryClient.setQueryData(getImpactRoundQueryKey({ path: { id: round.id } }), round);
    void queryClient.invalidateQueries({ queryKey: listImpactRoundsQueryKey() });
    return navigate({ to: paths.round, params: { roundId: round.id }, ignoreBlocker: true });
  };
  return (
    <NewRecord
      title={t('round.new')}
      back={<TextLink to={paths.rounds}>{t('view.rounds')}</TextLink>}
      labels={{
        title: t('round.title_label'),
        method: t('round.method_label'),
        place_id: t('place'),
        budget: t('round.budget'),
        numbers: t('round.numbers'),
        impact_ids: t('round.impacts'),
      }}
      submitLabel={t('round.open')}
      schema={zRoundValues}
      initial={noRound(programme?.id ?? '')}
      create={(request) => createImpactRound(request)}
      onSaved={saved}
      onCancel={() => navigate({ to: paths.rounds })}
    >
      {(form) => <RoundFields form={form} />}
    </NewRecord>
  );
}

function RoundFields({ form }: { form: ApiForm<RoundValues> }) {
  const { t } = useTranslation('impacts');
  const name = useName();
  const { programmes } = useMe();
  const withBallots = form.values.method === 'ballots';
  return (
    <>
      {programmes.length > 1 && (
        <NativeSelect
          withAsterisk
          size="md"
          label={t('programme')}
          data={programmes.map(({ id, names }) => ({ value: id, label: name(names) }))}
          {...form.getInputProps('programme_id')}
        />
      )}
      <TextInput
        withAsterisk
        label={t('round.title_label')}
        description={t('round.title_help')}
        {...form.getInputProps('title')}
      />
      <Radio.Group label={t('round.method_label')} {...form.getInputProps('method')}>
        <Stack gap="xs" mt="xs">
          {(['ballots', 'show_of_hands'] as const).map((method) => (
            <Radio
              key={method}
              value={method}
              label={t(`round.method.${method}`)}
              description={t(`round.method_help.${method}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <NumberInput
          withAsterisk
          label={t('round.budget')}
          description={t('round.budget_help')}
          min={1}
          max={20}
          allowDecimal={false}
          {...form.getInputProps('budget')}
        />
        {withBallots && (
          <NumberInput
            withAsterisk
            label={t('round.numbers')}
            description={t('round.numbers_help')}
            min={0}
            max={500}
            allowDecimal={false}
            {...form.getInputProps('numbers')}
          />
        )}
        <PlacePicker clearable label={t('place')} {...form.getInputProps('place_id')} />
      </SimpleGrid>
      {withBallots && (
        <Checkbox
          label={t('round.by_account')}
          description={t('round.by_account_help')}
          {...form.getInputProps('by_account', { type: 'checkbox' })}
        />
      )}
      <ChoicesField form={form} />
    </>
  );
}
