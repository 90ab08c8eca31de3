import type { Me } from '@/api/generated';
import type shell from '@/i18n/en/shell.json';
import { paths } from '@/paths';
import type { IconName } from '@/ui/Icon';

interface Destination {
  to: Extract<(typeof paths)[keyof typeof paths], `/desk${string}`>;
  label: `desk.${keyof typeof shell.desk}`;
  icon: IconName;
  /** Shown to those who may call this operation; without one, to everybody who is signed in. */
  operation?: string;
}

const destinations: Destination[] = [
  { to: paths.desk, label: 'desk.home', icon: 'home' },
  {
    to: paths.grievances,
    label: 'desk.grievances',
    icon: 'case',
    operation: 'list_grievances',
  },
  {
    to: paths.letters,
    label: 'desk.letters',
    icon: 'document',
    operation: 'list_letter_templates',
  },
  {
    to: paths.protection,
    label: 'desk.protection',
    icon: 'shield',
    operation: 'list_protection_alerts',
  },
  { to: paths.accounts, label: 'desk.accounts', icon: 'people', operation: 'list_accounts' },
  { to: paths.invitations, label: 'desk.invitations', icon: 'mail', operation: 'list_invitations' },
  { to: paths.apiKeys, label: 'desk.api_keys', icon: 'key', operation: 'list_api_keys' },
  { to: paths.holidays, label: 'desk.holidays', icon: 'calendar', operation: 'create_holiday' },
  { to: paths.audit, label: 'desk.audit', icon: 'list', operation: 'list_audit_entries' },
  { to: paths.programmes, label: 'desk.programmes', icon: 'flag', operation: 'list_programmes' },
  { to: paths.sites, label: 'desk.sites', icon: 'mine', operation: 'list_sites' },
  {
    to: paths.organisations,
    label: 'desk.organisations',
    icon: 'building',
    operation: 'list_organisations',
  },
  { to: paths.places, label: 'desk.places', icon: 'pin', operation: 'list_places' },
];

export const destinationsFor = ({ operations }: Pick<Me, 'operations'>) =>
  destinations.filter(({ operation }) => !operation || operations.includes(operation));
