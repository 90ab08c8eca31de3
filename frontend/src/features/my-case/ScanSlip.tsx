import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useReadPicture } from '@/features/verify/useReadPicture';
import { PhotoInput } from '@/ui/PhotoInput';
import { digitsOf, isWhole } from './code';

/**
 * Reads the code off the slip of a paper form. Here, and not by an address in the QR code: that would stay in the
 * phone's history, and what is no address a camera offers to look up on the web.
 */
export function ScanSlip({ onCode }: { onCode: (code: string) => void }) {
  const { t } = useTranslation('my-case');
  const { reading, unread, look } = useReadPicture((text) => {
    const code = digitsOf(text);
    if (isWhole(code)) onCode(code);
    return isWhole(code);
  });
  return (
    <div>
      <PhotoInput label={t('enter.scan')} loading={reading} onFiles={look} />
      <Text size="sm" c="dimmed" mt="xs">
        {t('enter.scan_help')}
      </Text>
      <Text role="status">{unread && t('enter.unread')}</Text>
    </div>
  );
}
