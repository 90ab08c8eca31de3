import { Button, Text, Title } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImpactRound } from '@/api/generated';
import { getImpactRoundOptions } from '@/api/generated/@tanstack/react-query.gen';
import { paths } from '@/paths';
import { BackLink } from '@/ui/BackLink';
import { TextLink } from '@/ui/links';
import { useName } from '@/ui/names';
import { PageHeader } from '@/ui/PageHeader';
import { RecordQuery } from '@/ui/RecordQuery';
import { BallotForm } from './BallotForm';
import { ChooseForm } from './ChooseForm';
import { CloseDialog } from './CloseDialog';
import { HandsForm } from './HandsForm';
import { Results } from './Results';
import { RoundBadge } from './RoundBadge';

export function RoundPage() {
  const { roundId: id } = useParams({ from: '/desk/impact-rounds/$roundId' });
  return (
    <RecordQuery options={getImpactRoundOptions({ path: { id } })}>
      {(round) => <Round round={round} />}
    </RecordQuery>
  );
}

function Round({ round }: { round: ImpactRound }) {
  const { t } = useTranslation('impacts');
  const name = useName();
  const [isClosing, setClosing] = useState(false);
  const { title, state, place, site, actions, participants, has_voted } = round;
  const where = [place, site].flatMap((one) => (one ? [name(one.names)] : []));
  return (
    <>
      <BackLink>
        <TextLink to={paths.rounds}>{t('view.rounds')}</TextLink>
      </BackLink>
      <PageHeader
        title={title}
        lead={<RoundBadge state={state} />}
        actions={
          actions.includes('close_impact_round') && (
            <Button variant="default" onClick={() => setClosing(true)} data-no-print>
              {t('round.close')}
            </Button>
          )
        }
      />
      <Text mb="lg">
        {[
          t(`round.method.${round.method}`),
          t('round.dots_each', { budget: round.budget }),
          typeof participants === 'number' && t('round.have_voted', { count: participants }),
          ...where,
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      {has_voted && state === 'open' && <Text mb="md">{t('round.thanks')}</Text>}
      {actions.includes('cast_impact_ballot') && <BallotForm round={round} />}
      {actions.includes('count_impact_hands') && <HandsForm key={round.version} round={round} />}
      {state === 'closed' && (
        <section>
          <Title order={2} size="h3" mb="md">
            {t('round.results')}
          </Title>
          <Results choices={round.choices} />
          {actions.includes('prioritise_impact_round') && <ChooseForm round={round} />}
        </section>
      )}
      {isClosing && <CloseDialog round={round} onClose={() => setClosing(false)} />}
    </>
  );
}
