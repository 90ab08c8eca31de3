import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { createSite } from '@/api/generated';
import { zNewSite } from '@/api/generated/zod.gen';
import { paths } from '@/paths';
import { NewRecord } from '@/ui/forms/NewRecord';
import { TextLink } from '@/ui/links';
import { SiteFields } from './SiteFields';
import { useSiteLabels } from './useSiteLabels';
import { useSiteSaved } from './useSiteSaved';
import { noSite } from './values';

export function NewSitePage() {
  const { t } = useTranslation('sites');
  const navigate = useNavigate();
  return (
    <NewRecord
      title={t('new')}
      back={<TextLink to={paths.sites}>{t('title')}</TextLink>}
      labels={useSiteLabels()}
      schema={zNewSite}
      initial={noSite}
      create={(request) => createSite(request)}
      onSaved={useSiteSaved()}
      onCancel={() => navigate({ to: paths.sites })}
    >
      {(form) => <SiteFields isNew form={form} />}
    </NewRecord>
  );
}
