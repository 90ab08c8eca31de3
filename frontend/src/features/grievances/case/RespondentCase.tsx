import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RespondentGrievance } from '@/api/generated';
import { CaseCommitments } from '@/features/commitments/CaseCommitments';
import { CaseImpacts } from '@/features/impacts/CaseImpacts';
import { CaseHeader } from './CaseHeader';
import classes from './CasePage.module.css';
import { SeatBlock } from './CommitteeBlock';
import { ConsentWords } from './ConsentWords';
import { Messages } from './Messages';
import { ProposalBlock } from './ProposalBlock';
import { RespondentFacts } from './RespondentFacts';
import { Section } from './Section';
import { Timeline } from './Timeline';
import { Words } from './Words';

interface Props {
  record: RespondentGrievance & { audience: 'respondent' };
  move?: string;
}

/** A case as companies, authorities and representatives see it: what was released, and no people. */
export function RespondentCase({ record, move }: Props) {
  const { t } = useTranslation('cases');
  const { summary, own_entry, own_consent } = record;
  return (
    <>
      <CaseHeader record={record} move={move} />
      <div className={classes.columns}>
        <div className={classes.main}>
          <SeatBlock seat={record.seat} />
          <Section title="section.summary">
            {summary ? <Words>{summary}</Words> : <Text c="dimmed">{t('no_summary')}</Text>}
          </Section>
          {own_entry && (
            <Section title="section.own_entry">
              <Words>{own_entry}</Words>
              {own_consent && (
                <Text component="div" mt="sm" c="dimmed">
                  {t('fact.consent')}: <ConsentWords consent={own_consent} />
                </Text>
              )}
            </Section>
          )}
          <CaseImpacts id={record.id} />
          <CaseCommitments id={record.id} open={false} />
          <ProposalBlock proposal={record.proposal} />
          <Messages record={record} />
        </div>
        <aside className={classes.side}>
          <RespondentFacts record={record} />
          <Timeline steps={record.timeline} />
        </aside>
      </div>
    </>
  );
}
