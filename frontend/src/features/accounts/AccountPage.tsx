import { Paper } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Account, Named } from '@/api/generated';
import { getAccountOptions } from '@/api/generated/@tanstack/react-query.gen';
import { languageNames } from '@/i18n/languages';
import { paths } from '@/paths';
import { BackLink } from '@/ui/BackLink';
import { Facts } from '@/ui/Facts';
import { useFormats } from '@/ui/formats';
import { ButtonLink, TextLink } from '@/ui/links';
import { useName } from '@/ui/names';
import { PageHeader } from '@/ui/PageHeader';
import { RecordQuery } from '@/ui/RecordQuery';
import { AccountState } from './AccountState';
import { CloseAccount } from './CloseAccount';
import { ResetSecondFactor } from './ResetSecondFactor';

export function AccountPage() {
  const { accountId: id } = useParams({ from: '/desk/accounts/$accountId/' });
  return (
    <RecordQuery options={getAccountOptions({ path: { id } })}>
      {(account) => <AccountRecord account={account} />}
    </RecordQuery>
  );
}

export function AccountRecord({ account }: { account: Account }) {
  const { t } = useTranslation(['accounts', 'identity', 'records']);
  const name = useName();
  const { dateTime } = useFormats();
  const { id, organisation, last_seen_at } = account;
  const list = (named: Named[]) => named.map(({ names }) => name(names)).join(', ');
  return (
    <>
      <BackLink>
        <TextLink to={paths.accounts}>{t('accounts:title')}</TextLink>
      </BackLink>
      <PageHeader
        title={account.name}
        lead={<AccountState active={account.active} />}
        actions={
          account.actions.includes('update_account') && (
            <>
              <CloseAccount account={account} />
              <ResetSecondFactor account={account} />
              <ButtonLink to={paths.accountEdit} params={{ accountId: id }}>
                {t('records:edit')}
              </ButtonLink>
            </>
          )
        }
      />
      <Paper withBorder p="lg">
        <Facts
          none={t('records:none')}
          facts={[
            { label: t('accounts:email'), value: account.email },
            { label: t('accounts:role'), value: t(`identity:role.${account.role}`) },
            {
              label: t('accounts:organisation'),
              value: (
                <TextLink to={paths.organisation} params={{ organisationId: organisation.id }}>
                  {name(organisation.names)}
                </TextLink>
              ),
            },
            { label: t('accounts:places'), value: list(account.places) },
            { label: t('accounts:programmes'), value: list(account.programmes) },
            { label: t('accounts:language'), value: languageNames[account.language] },
            { label: t('accounts:factor'), value: t(`accounts:factor_${account.second_factor}`) },
            {
              label: t('accounts:last_seen'),
              value: last_seen_at ? dateTime(last_seen_at) : t('accounts:never'),
            },
          ]}
        />
      </Paper>
    </>
  );
}
