import type accounts from './en/accounts.json';
import type apiKeys from './en/api-keys.json';
import type cases from './en/cases.json';
import type common from './en/common.json';
import type errors from './en/errors.json';
import type grievances from './en/grievances.json';
import type home from './en/home.json';
import type identity from './en/identity.json';
import type intake from './en/intake.json';
import type invitations from './en/invitations.json';
import type me from './en/me.json';
import type myCase from './en/my-case.json';
import type notifications from './en/notifications.json';
import type organisations from './en/organisations.json';
import type places from './en/places.json';
import type programmes from './en/programmes.json';
import type protection from './en/protection.json';
import type records from './en/records.json';
import type sealed from './en/sealed.json';
import type shell from './en/shell.json';
import type sites from './en/sites.json';
import type welcome from './en/welcome.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      cases: typeof cases;
      accounts: typeof accounts;
      'api-keys': typeof apiKeys;
      common: typeof common;
      errors: typeof errors;
      grievances: typeof grievances;
      home: typeof home;
      identity: typeof identity;
      intake: typeof intake;
      'my-case': typeof myCase;
      invitations: typeof invitations;
      me: typeof me;
      notifications: typeof notifications;
      organisations: typeof organisations;
      places: typeof places;
      programmes: typeof programmes;
      protection: typeof protection;
      records: typeof records;
      sealed: typeof sealed;
      shell: typeof shell;
      sites: typeof sites;
      welcome: typeof welcome;
    };
  }
}
