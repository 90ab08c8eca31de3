import { Button, Checkbox, Group, Paper, Select, Stack, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Me } from '@/api/generated';
import { getMeQueryKey, updateMeMutation } from '@/api/generated/@tanstack/react-query.gen';
import { zMeChange } from '@/api/generated/zod.gen';
import { ifMatch } from '@/api/headers';
import { useMe } from '@/features/identity/useMe';
import { languageNames, languages } from '@/i18n/languages';
import { chooseLanguage } from '@/i18n/setup';
import { Facts } from '@/ui/Facts';
import { changesOf } from '@/ui/forms/changes';
import { useApiForm } from '@/ui/forms/useApiForm';
import { LeaveGuard } from '@/ui/LeaveGuard';
import { useName } from '@/ui/names';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { useSavedNotice } from '@/ui/useSavedNotice';

const profileOf = ({ name, language, mail_wanted }: Me) => ({ name, language, mail_wanted });

export function MyProfile() {
  const { t } = useTranslation(['me', 'records', 'identity']);
  const me = useMe();
  const queryClient = useQueryClient();
  const notice = useSavedNotice();
  const form = useApiForm(zMeChange, profileOf(me));
  const update = useMutation({
    ...updateMeMutation(),
    onSuccess: async (updated) => {
      queryClient.setQueryData(getMeQueryKey(), updated);
      form.resetDirty(profileOf(updated));
      await chooseLanguage(updated.language);
      notice();
    },
    onError: form.showProblem,
  });
  const save = form.onSubmit((values) =>
    update.mutate({ headers: ifMatch(me), body: changesOf(profileOf(me), values) }),
  );
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby="profile">
      <Title order={2} id="profile" mb="md">
        {t('me:profile')}
      </Title>
      <form noValidate onSubmit={save}>
        <Stack>
          <ProblemAlert error={update.error} />
          <TextInput
            autoComplete="name"
            label={t('me:name')}
            description={t('me:name_help')}
            {...form.getInputProps('name')}
          />
          <Select
            allowDeselect={false}
            label={t('me:language')}
            data={languages.map((value) => ({ value, label: languageNames[value] }))}
            {...form.getInputProps('language')}
          />
          <Checkbox
            label={t('me:mail_wanted')}
            description={t('me:mail_wanted_help')}
            {...form.getInputProps('mail_wanted', { type: 'checkbox' })}
          />
          <Group>
            <Button type="submit" variant="default" loading={update.isPending}>
              {t('records:save')}
            </Button>
          </Group>
        </Stack>
      </form>
      <MyStanding me={me} />
      <LeaveGuard when={form.isDirty()} />
    </Paper>
  );
}

/** What others decide about this account. */
function MyStanding({ me }: { me: Me }) {
  const { t } = useTranslation(['me', 'records', 'identity']);
  const name = useName();
  const list = (named: Me['places']) => named.map(({ names }) => name(names)).join(', ');
  const facts = [
    { label: t('identity:email'), value: me.email },
    { label: t('me:role'), value: t(`identity:role.${me.role}`) },
    { label: t('me:organisation'), value: name(me.organisation.names) },
    { label: t('me:programmes'), value: list(me.programmes) },
    ...(me.places.length > 0 ? [{ label: t('me:places'), value: list(me.places) }] : []),
  ];
  return (
    <Stack mt="xl">
      <Facts facts={facts} none={t('records:none')} />
    </Stack>
  );
}
