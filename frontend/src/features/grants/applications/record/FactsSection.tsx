import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { GrantApplication } from '@/api/generated';
import { Section } from '@/features/stakeholders/record/Section';
import { paths } from '@/paths';
import { Facts } from '@/ui/Facts';
import { useFormats } from '@/ui/formats';
import { TextLink } from '@/ui/links';
import { useName } from '@/ui/names';
import { useMoney } from '../../useMoney';
import classes from './Application.module.css';

/** Who applies for how much, where, and to which call. */
export function FactsSection({ application }: { application: GrantApplication }) {
  const { t } = useTranslation(['grant-applications', 'grant-calls', 'records']);
  const name = useName();
  const money = useMoney();
  const { dateTime } = useFormats();
  const { call, applicant, organisation, summary, youth_led, women_led } = application;
  const led = [
    youth_led && t('grant-applications:youth_led'),
    women_led && t('grant-applications:women_led'),
  ];
  return (
    <Section title={t('grant-applications:about')}>
      {summary && <Text className={classes.words}>{summary}</Text>}
      <Facts
        none={t('records:none')}
        facts={[
          {
            label: t('grant-applications:call'),
            value: (
              <TextLink to={paths.grant} params={{ callId: call.id }}>
                {name(call.title)}
              </TextLink>
            ),
          },
          {
            label: t('grant-applications:applicant'),
            value: `${application.applicant_name} · ${t(`grant-calls:applicant.${applicant}`)}`,
          },
          ...(organisation
            ? [{ label: t('grant-applications:organisation'), value: name(organisation.names) }]
            : []),
          { label: t('grant-applications:place'), value: name(application.place.names) },
          {
            label: t('grant-applications:asked'),
            value: money(application.asked, application.currency),
          },
          { label: t('grant-applications:led_by'), value: led.filter(Boolean).join(', ') },
          ...submitted(application),
          ...inside(application),
        ]}
      />
    </Section>
  );

  /** A draft has neither. */
  function submitted({ receipt_number, submitted_at }: GrantApplication) {
    if (!receipt_number || !submitted_at) return [];
    return [
      { label: t('grant-applications:receipt.number'), value: receipt_number },
      { label: t('grant-applications:submitted_at'), value: dateTime(submitted_at) },
    ];
  }

  /** Told to staff only. */
  function inside({ filed_by, on_paper, stakeholder_id }: GrantApplication) {
    if (!filed_by) return [];
    return [
      {
        label: t('grant-applications:filed_by'),
        value: on_paper
          ? t('grant-applications:from_paper', { name: filed_by.name })
          : filed_by.name,
      },
      ...(stakeholder_id
        ? [
            {
              label: t('grant-applications:register'),
              value: (
                <TextLink to={paths.stakeholder} params={{ stakeholderId: stakeholder_id }}>
                  {application.applicant_name}
                </TextLink>
              ),
            },
          ]
        : []),
    ];
  }
}
