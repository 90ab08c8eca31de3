import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '@/api/generated';
import { readDetail } from './detail';

/** The trail in the reader's language. A word that has none yet is shown as the program wrote it. */
export function useAuditWords() {
  const { t, i18n } = useTranslation(['audit', 'identity', 'grievances']);
  const known = (key: string, otherwise: string) =>
    i18n.exists(key) ? t(key as never) : otherwise;
  const roleOf = (role: string) => known(`audit:${role}`, known(`identity:role.${role}`, role));
  const stateOf = (state: string) => known(`grievances:state.${state}`, state);
  const detailOf = ({ detail }: AuditEntry): string => {
    const read = readDetail(detail);
    switch (read.kind) {
      case 'state':
        return t('audit:detail.state', { from: stateOf(read.from), to: stateOf(read.to) });
      case 'account':
        return t(read.active ? 'audit:detail.account' : 'audit:detail.account_closed', {
          role: roleOf(read.role),
        });
      case 'words':
        return known(`audit:detail.${read.text.replaceAll(' ', '_')}`, roleOf(read.text));
    }
  };
  return {
    roleOf,
    detailOf,
    kindOf: (kind: string) => known(`audit:kind.${kind}`, kind),
    doneOf: (operation: string) => known(`audit:done.${operation}`, operation),
  };
}
