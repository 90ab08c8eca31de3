import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Waiting } from '@/api/generated';
import { ClockWords } from '@/features/grievances/ClockWords';
import { gistOf } from '@/features/grievances/cases';
import { isMove } from '@/features/grievances/moves/moves';
import { SeverityMark } from '@/features/grievances/SeverityMark';
import { paths } from '@/paths';
import { EmptyState } from '@/ui/EmptyState';
import { ButtonLink } from '@/ui/links';
import classes from './Home.module.css';
import { HomeSection } from './HomeSection';

/** As many as are seen without scrolling; the rest on demand. */
const shownAtFirst = 6;

/** Each row is one click from the form of the move that the case waits for. */
export function WaitingCases({ waiting }: { waiting: Waiting[] }) {
  const { t } = useTranslation('home');
  const [all, setAll] = useState(false);
  const shown = all ? waiting : waiting.slice(0, shownAtFirst);
  return (
    <HomeSection title={t('waiting.title')}>
      {waiting.length === 0 && (
        <EmptyState icon="check" title={t('waiting.none')}>
          {t('waiting.none_help')}
        </EmptyState>
      )}
      <ul className={classes.rows}>
        {shown.map((each) => (
          <WaitingRow key={`${each.grievance.id} ${each.action}`} waiting={each} />
        ))}
      </ul>
      {shown.length < waiting.length && (
        <Button variant="default" onClick={() => setAll(true)}>
          {t('waiting.all', { count: waiting.length })}
        </Button>
      )}
    </HomeSection>
  );
}

function WaitingRow({ waiting: { action, grievance } }: { waiting: Waiting }) {
  const { t } = useTranslation('cases');
  const { id, reference, severity } = grievance;
  const clocked = grievance.audience === 'staff' ? grievance : undefined;
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <div className={classes.facts}>
          <Text span fw={600}>
            {reference}
          </Text>
          {severity && <SeverityMark severity={severity} />}
          <ClockWords clocked={clocked} />
        </div>
        <Text lineClamp={2}>{gistOf(grievance) ?? t('no_summary')}</Text>
      </div>
      <ButtonLink
        variant="default"
        to={paths.grievance}
        params={{ grievanceId: id }}
        search={{ move: action }}
      >
        {isMove(action) ? t(`move.${action}.button`) : reference}
      </ButtonLink>
    </li>
  );
}
