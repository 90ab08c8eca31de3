import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { IdentityGrant } from '@/api/generated';
import { listIdentityGrantsOptions } from '@/api/generated/@tanstack/react-query.gen';
import { useFormats } from '@/ui/formats';
import classes from './Identity.module.css';

/** Who saw the name, when and what for: whoever works on the case may ask. */
export function Grants({ caseId }: { caseId: string }) {
  const { t } = useTranslation('sealed');
  const { data } = useQuery(listIdentityGrantsOptions({ path: { id: caseId } }));
  if (!data || data.items.length === 0) return null;
  return (
    <details className={classes.who}>
      <summary>{t('grants.title', { count: data.items.length })}</summary>
      <ul className={classes.grants}>
        {data.items.map((grant) => (
          <Grant key={grant.id} {...grant} />
        ))}
      </ul>
    </details>
  );
}

function Grant({ by, granted_at, purpose, reason, looks }: IdentityGrant) {
  const { t } = useTranslation('sealed');
  const { dateTime } = useFormats();
  return (
    <li>
      <Text>
        {by.name} · {t(`purpose.${purpose}`)}
      </Text>
      {reason && <Text size="sm">{reason}</Text>}
      <Text size="sm" c="dimmed">
        {[dateTime(granted_at), t('grants.looks', { count: looks })].join(' · ')}
      </Text>
    </li>
  );
}
