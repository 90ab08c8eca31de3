import { Stack, Text, Title } from '@mantine/core';
import { type Dispatch, type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Intake } from '@/api/generated/public';
import type { FieldMessage } from '@/api/problem';
import type { Draft, DraftAction, Step } from '../draft';

export interface QuestionProps {
  intake: Intake;
  draft: Draft;
  dispatch: Dispatch<DraftAction>;
  issues: Record<string, FieldMessage>;
}

export const questionId = 'question';
export const helpId = 'question-help';

interface Props {
  step: Step;
  /** What is wrong with an answer that has no field of its own to show it at. */
  issue?: FieldMessage;
  children: ReactNode;
}

/** One screen: the question takes the focus, so that a screen reader says it. */
export function Question({ step, issue, children }: Props) {
  const { t } = useTranslation(['intake', 'errors']);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, []);
  return (
    <Stack gap="md">
      <div>
        <Title
          order={1}
          id={questionId}
          ref={heading}
          tabIndex={-1}
          style={{ outline: 'none' }}
          mb={4}
        >
          {t(`${step}.question`)}
        </Title>
        <Text c="dimmed" id={helpId}>
          {t(`${step}.help`)}
        </Text>
      </div>
      {issue && (
        <Text role="alert" c="var(--mantine-color-error)" fw={600}>
          {t(`errors:${issue}`)}
        </Text>
      )}
      {children}
    </Stack>
  );
}
