import { useTranslation } from 'react-i18next';
import { useMay } from '@/features/identity/useMe';
import { paths } from '@/paths';
import { Icon } from '@/ui/Icon';
import { ButtonLink } from '@/ui/links';

/** From a place or a site to what people say there. */
export function HereLink(where: { place?: string; site?: string }) {
  const { t } = useTranslation('impacts');
  const may = useMay('get_impact_figures');
  if (!may) return null;
  return (
    <ButtonLink
      variant="default"
      to={paths.impactsHere}
      search={where}
      leftSection={<Icon name="chat" />}
      data-no-print
    >
      {t('here.link')}
    </ButtonLink>
  );
}
