import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';

/** Says in passing that something was done, for as long as it takes to read it. */
export function useSavedNotice() {
  const { t } = useTranslation(['records', 'common']);
  return (message: string = t('saved')) =>
    notifications.show({
      message,
      withBorder: true,
      autoClose: 4000,
      closeButtonProps: { 'aria-label': t('common:close') },
    });
}
