import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Alert } from '@/api/generated';
import { paths } from '@/paths';
import { useFormats } from '@/ui/formats';
import { TextLink } from '@/ui/links';
import { StateBadge } from '@/ui/StateBadge';
import { HandleDialog } from './HandleDialog';
import classes from './Protection.module.css';

interface Props {
  alert: Alert;
  /** On the case's own page. */
  withoutCase?: boolean;
}

export function AlertRow({ alert, withoutCase }: Props) {
  const { t } = useTranslation('protection');
  const { dateTime } = useFormats();
  const [handling, setHandling] = useState(false);
  const { kind, raised_at, handled, reference, grievance_id, actions } = alert;
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <StateBadge tone={handled ? 'done' : 'attention'} icon={handled ? 'check' : 'alert'}>
          {t(`alerts.kind.${kind}`)}
        </StateBadge>
        <Text size="sm" c="dimmed" mt={4}>
          {!withoutCase && (
            <>
              <TextLink to={paths.grievance} params={{ grievanceId: grievance_id }}>
                {reference}
              </TextLink>
              {' · '}
            </>
          )}
          {dateTime(raised_at)}
        </Text>
        {handled && (
          <Text size="sm" className={classes.words}>
            {[handled.by?.name, dateTime(handled.at), handled.note].filter(Boolean).join(' · ')}
          </Text>
        )}
      </div>
      {actions.includes('handle_protection_alert') && (
        <Button
          variant="default"
          size="sm"
          aria-label={`${t('alerts.handle')}: ${t(`alerts.kind.${kind}`)}, ${reference}`}
          onClick={() => setHandling(true)}
        >
          {t('alerts.handle')}
        </Button>
      )}
      {handling && <HandleDialog alert={alert} onClose={() => setHandling(false)} />}
    </li>
  );
}
