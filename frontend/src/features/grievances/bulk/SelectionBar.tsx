import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Total } from '@/api/generated';
import { useMay } from '@/features/identity/useMe';
import { useFormats } from '@/ui/formats';
import { ProblemAlert } from '@/ui/ProblemAlert';
import type { ListQuery } from '../filters';
import { AcknowledgeMany } from './AcknowledgeMany';
import { AssignMany } from './AssignMany';
import classes from './SelectionBar.module.css';
import { useChooseAll } from './useChooseAll';
import { mostChosen, type Selection } from './useSelection';

interface Props {
  selection: Selection;
  query: ListQuery;
  total?: Total | null;
}

/** What can be done with the cases that are chosen in the list; on the screen for as long as some are. */
export function SelectionBar({ selection, query, total }: Props) {
  const { t } = useTranslation(['many', 'cases']);
  const { number } = useFormats();
  const [doing, setDoing] = useState<'acknowledge' | 'assign'>();
  const mayAcknowledge = useMay('bulk_acknowledge_grievances');
  const mayAssign = useMay('bulk_assign_grievances');
  const more = total ? Math.min(total.count, mostChosen) : 0;
  const all = useChooseAll(query, more, (found) => selection.set(found, true));
  const { chosen, clear } = selection;
  const close = () => {
    setDoing(undefined);
    clear();
  };
  if (chosen.length === 0) return null;
  const allow = (operation: string) => chosen.some(({ actions }) => actions.includes(operation));
  return (
    <section className={classes.bar} aria-label={t('many:chosen_label')} data-no-print>
      <span className={classes.count} role="status">
        {t('many:chosen', { count: chosen.length })}
      </span>
      {more > chosen.length && (
        <Button variant="subtle" size="sm" disabled={all.loaded !== undefined} onClick={all.load}>
          {all.loaded === undefined
            ? t(total?.exact ? 'many:choose_all' : 'many:choose_first', { total: number(more) })
            : t('many:choosing', { loaded: number(all.loaded) })}
        </Button>
      )}
      {mayAcknowledge && allow('acknowledge_grievance') && (
        <Button size="sm" variant="default" onClick={() => setDoing('acknowledge')}>
          {t('cases:move.acknowledge_grievance.button')}
        </Button>
      )}
      {mayAssign && allow('assign_grievance') && (
        <Button size="sm" variant="default" onClick={() => setDoing('assign')}>
          {t('cases:move.assign_grievance.button')}
        </Button>
      )}
      <Button size="sm" variant="subtle" onClick={clear}>
        {t('many:choose_none')}
      </Button>
      <ProblemAlert error={all.error} />
      {doing === 'acknowledge' && <AcknowledgeMany chosen={chosen} onClose={close} />}
      {doing === 'assign' && <AssignMany chosen={chosen} onClose={close} />}
    </section>
  );
}
