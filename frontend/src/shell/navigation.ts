import type { Me } from '@/api/generated';
import type desk from '@/i18n/en/desk.json';
import { paths } from '@/paths';
import type { IconName } from '@/ui/Icon';

interface Destination {
  to: Extract<(typeof paths)[keyof typeof paths], `/desk${string}`>;
  label: keyof typeof desk;
  icon: IconName;
  /** Shown to those who may call this operation; without one, to everybody who is signed in. */
  operation?: string;
}

const destinations: Destination[] = [
  { to: paths.desk, label: 'home', icon: 'home' },
  {
    to: paths.grievances,
    label: 'grievances',
    icon: 'case',
    operation: 'list_grievances',
  },
  {
    to: paths.stakeholders,
    label: 'stakeholders',
    icon: 'handshake',
    operation: 'list_stakeholders',
  },
  { to: paths.mandates, label: 'mandates', icon: 'microphone', operation: 'list_mandates' },
  {
    to: paths.engagements,
    label: 'engagements',
    icon: 'chat',
    operation: 'list_engagements',
  },
  {
    to: paths.impacts,
    label: 'impacts',
    icon: 'flag',
    operation: 'list_impacts',
  },
  {
    to: paths.meetings,
    label: 'meetings',
    icon: 'calendar',
    operation: 'list_meetings',
  },
  {
    to: paths.agreements,
    label: 'agreements',
    icon: 'handshake',
    operation: 'list_agreements',
  },
  {
    to: paths.commitments,
    label: 'commitments',
    icon: 'check',
    operation: 'list_commitments',
  },
  { to: paths.grantCalls, label: 'grant_calls', icon: 'send', operation: 'list_grant_calls' },
  {
    to: paths.grantApplications,
    label: 'grant_applications',
    icon: 'coins',
    operation: 'list_grant_applications',
  },
  {
    to: paths.focusGroups,
    label: 'focus_groups',
    icon: 'people',
    operation: 'list_focus_groups',
  },
  {
    to: paths.publishedFocusGroups,
    label: 'heard',
    icon: 'microphone',
    operation: 'list_published_focus_groups',
  },
  {
    to: paths.papers,
    label: 'papers',
    icon: 'print',
    operation: 'list_paper_batches',
  },
  {
    to: paths.letters,
    label: 'letters',
    icon: 'document',
    operation: 'list_letter_templates',
  },
  {
    to: paths.protection,
    label: 'protection',
    icon: 'shield',
    operation: 'list_protection_alerts',
  },
  { to: paths.accounts, label: 'accounts', icon: 'people', operation: 'list_accounts' },
  { to: paths.invitations, label: 'invitations', icon: 'mail', operation: 'list_invitations' },
  { to: paths.apiKeys, label: 'api_keys', icon: 'key', operation: 'list_api_keys' },
  { to: paths.mail, label: 'mail', icon: 'send', operation: 'list_mails' },
  { to: paths.holidays, label: 'holidays', icon: 'calendar', operation: 'create_holiday' },
  { to: paths.audit, label: 'audit', icon: 'list', operation: 'list_audit_entries' },
  { to: paths.programmes, label: 'programmes', icon: 'flag', operation: 'list_programmes' },
  { to: paths.sites, label: 'sites', icon: 'mine', operation: 'list_sites' },
  {
    to: paths.organisations,
    label: 'organisations',
    icon: 'building',
    operation: 'list_organisations',
  },
  { to: paths.places, label: 'places', icon: 'pin', operation: 'list_places' },
];

export const destinationsFor = ({ operations }: Pick<Me, 'operations'>) =>
  destinations.filter(({ operation }) => !operation || operations.includes(operation));
