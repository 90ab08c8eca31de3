import { Anchor, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Enrolment } from '@/api/generated';
import { confirmSecondFactorMutation } from '@/api/generated/@tanstack/react-query.gen';
import { zFactorCode } from '@/api/generated/zod.gen';
import { CodeInput } from '@/ui/forms/CodeInput';
import { useApiForm } from '@/ui/forms/useApiForm';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { QrDrawing } from '@/ui/QrDrawing';
import { CopyText } from './CopyText';

interface Props {
  enrolment: Enrolment;
  onCodes: (codes: string[]) => void;
  onAgain: () => void;
}

export function ShowSecret({ enrolment: { key, url, qr }, onCodes, onAgain }: Props) {
  const { t } = useTranslation('second-factor');
  const form = useApiForm(zFactorCode, { code: '' });
  const confirm = useMutation({
    ...confirmSecondFactorMutation(),
    onSuccess: ({ codes }) => onCodes(codes),
    onError: form.showProblem,
  });
  const refused = Object.keys(form.errors).length > 0;
  return (
    <Paper withBorder p="lg" component="section">
      <Stack>
        <Text>{t('scan')}</Text>
        <QrDrawing qr={qr} label={t('qr')} />
        <Text size="sm">
          {t('same_phone')} <Anchor href={url}>{t('open_app')}</Anchor>
        </Text>
        <CopyText label={t('key')} text={inFours(key)} copied={key} />
        <form noValidate onSubmit={form.onSubmit((body) => confirm.mutate({ body }))}>
          <Stack>
            {!refused && <ProblemAlert error={confirm.error} />}
            <CodeInput
              label={t('first_code')}
              description={t('first_code_help')}
              {...form.getInputProps('code')}
            />
            <Group>
              <Button type="submit" loading={confirm.isPending}>
                {t('confirm')}
              </Button>
              <Button variant="default" onClick={onAgain}>
                {t('begin_again')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Stack>
    </Paper>
  );
}

/** People copy it by eye. */
const inFours = (key: string) => key.match(/.{1,4}/g)?.join(' ') ?? key;
