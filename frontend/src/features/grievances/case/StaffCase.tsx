import { useTranslation } from 'react-i18next';
import type { StaffGrievance } from '@/api/generated';
import { CaseCommitments } from '@/features/commitments/CaseCommitments';
import { CaseImpacts } from '@/features/impacts/CaseImpacts';
import { ProtectionBlock } from '@/features/protection/ProtectionBlock';
import { ends } from '../vocabulary';
import { Attachments } from './Attachments';
import { CaseFacts } from './CaseFacts';
import { CaseHeader } from './CaseHeader';
import classes from './CasePage.module.css';
import { Clocks } from './Clocks';
import { CommitteeBlock } from './CommitteeBlock';
import { ClosingBlock, EndingBlock } from './EndingBlock';
import { IdentityBlock } from './identity/IdentityBlock';
import { Messages } from './Messages';
import { OutcomeBlock } from './OutcomeBlock';
import { PressureBlock } from './PressureBlock';
import { ProposalBlock } from './ProposalBlock';
import { ReferralBlock } from './ReferralBlock';
import { RelatedBlock } from './RelatedBlock';
import { Section } from './Section';
import { SimilarCases } from './SimilarCases';
import { SummaryBlock } from './SummaryBlock';
import { Timeline } from './Timeline';
import { Words } from './Words';

interface Props {
  record: StaffGrievance & { audience: 'staff' };
  move?: string;
}

export function StaffCase({ record, move }: Props) {
  // The words of what opens later: waiting for them would hide the page, and lose the focus.
  useTranslation(['letters', 'many']);
  const { narrative, wish, language } = record;
  return (
    <>
      <CaseHeader record={record} move={move} />
      <div className={classes.columns}>
        <div className={classes.main}>
          <PressureBlock record={record} />
          <EndingBlock record={record} />
          <ClosingBlock record={record} />
          <CommitteeBlock record={record} />
          <RelatedBlock record={record} />
          <ReferralBlock record={record} />
          <Section title="section.narrative">
            <Words lang={language}>{narrative}</Words>
          </Section>
          {wish && (
            <Section title="section.wish">
              <Words lang={language}>{wish}</Words>
            </Section>
          )}
          <SimilarCases record={record} />
          <CaseImpacts id={record.id} />
          <Attachments record={record} />
          <SummaryBlock record={record} />
          <ProposalBlock proposal={record.proposal} />
          <CaseCommitments
            id={record.id}
            open={!ends.has(record.state)}
            place={record.place.id}
            site={record.site?.id}
          />
          <OutcomeBlock record={record} />
          <Messages record={record} />
          {record.actions.includes('get_case_protection') && <ProtectionBlock record={record} />}
        </div>
        <aside className={classes.side}>
          <CaseFacts record={record} />
          <IdentityBlock record={record} />
          <Clocks clocks={record.clocks} />
          <Timeline steps={record.timeline} />
        </aside>
      </div>
    </>
  );
}
