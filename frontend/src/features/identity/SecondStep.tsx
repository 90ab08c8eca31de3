import { Button, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Challenge, Session } from '@/api/generated/public';
import { passSecondFactorMutation } from '@/api/generated/public/@tanstack/react-query.gen';
import { publicRules } from '@/api/publicRules';
import { CodeInput } from '@/ui/forms/CodeInput';
import { useApiForm } from '@/ui/forms/useApiForm';
import { ProblemAlert } from '@/ui/ProblemAlert';

interface Props {
  challenge: Challenge;
  onSession: (session: Session) => unknown;
  /** Back to the password. */
  onAgain: () => void;
}

/** Asks for the phone's code, or for a recovery code where the phone is not at hand. */
export default function SecondStep({ challenge, onSession, onAgain }: Props) {
  const { t } = useTranslation('identity');
  const [recovery, setRecovery] = useState(false);
  const form = useApiForm(publicRules.secondStep, { ...stepOf(challenge), code: '' });
  const pass = useMutation({
    ...passSecondFactorMutation(),
    onSuccess: onSession,
    onError: form.showProblem,
  });
  const change = () => {
    form.setValues({ code: '' });
    form.clearErrors();
    pass.reset();
    setRecovery(!recovery);
  };
  const refused = Object.keys(form.errors).length > 0;
  return (
    <form noValidate onSubmit={form.onSubmit((body) => pass.mutate({ body }))}>
      <Stack>
        {!refused && (
          <ProblemAlert
            error={pass.error}
            meaning={{ 401: 'problem.sign_in_over', 429: 'problem.wrong_codes' }}
          />
        )}
        <Text>{t(recovery ? 'second_step.recovery_help' : 'second_step.help')}</Text>
        <CodeInput
          key={String(recovery)}
          recovery={recovery}
          label={t(recovery ? 'second_step.recovery_code' : 'second_step.code')}
          {...form.getInputProps('code')}
        />
        <Button type="submit" loading={pass.isPending}>
          {t('sign_in.submit')}
        </Button>
        <Button variant="default" onClick={change}>
          {t(recovery ? 'second_step.use_phone' : 'second_step.use_recovery')}
        </Button>
        <Button variant="subtle" onClick={onAgain}>
          {t('second_step.again')}
        </Button>
      </Stack>
    </form>
  );
}

const stepOf = ({ challenge_token }: Challenge) => ({ challenge_token });
