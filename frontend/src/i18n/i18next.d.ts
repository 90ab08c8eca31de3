import type accounts from './en/accounts.json';
import type apiKeys from './en/api-keys.json';
import type audit from './en/audit.json';
import type caseErrors from './en/case-errors.json';
import type cases from './en/cases.json';
import type common from './en/common.json';
import type errors from './en/errors.json';
import type grievances from './en/grievances.json';
import type holidays from './en/holidays.json';
import type home from './en/home.json';
import type identity from './en/identity.json';
import type intake from './en/intake.json';
import type invitations from './en/invitations.json';
import type leave from './en/leave.json';
import type letters from './en/letters.json';
import type many from './en/many.json';
import type me from './en/me.json';
import type myCase from './en/my-case.json';
import type notifications from './en/notifications.json';
import type organisations from './en/organisations.json';
import type places from './en/places.json';
import type programmes from './en/programmes.json';
import type protection from './en/protection.json';
import type records from './en/records.json';
import type sealed from './en/sealed.json';
import type secondFactor from './en/second-factor.json';
import type shell from './en/shell.json';
import type sites from './en/sites.json';
import type voice from './en/voice.json';
import type welcome from './en/welcome.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      audit: typeof audit;
      cases: typeof cases;
      accounts: typeof accounts;
      'api-keys': typeof apiKeys;
      common: typeof common;
      'case-errors': typeof caseErrors;
      errors: typeof errors;
      grievances: typeof grievances;
      holidays: typeof holidays;
      home: typeof home;
      identity: typeof identity;
      intake: typeof intake;
      'my-case': typeof myCase;
      invitations: typeof invitations;
      leave: typeof leave;
      letters: typeof letters;
      many: typeof many;
      me: typeof me;
      notifications: typeof notifications;
      organisations: typeof organisations;
      places: typeof places;
      programmes: typeof programmes;
      protection: typeof protection;
      records: typeof records;
      'second-factor': typeof secondFactor;
      sealed: typeof sealed;
      shell: typeof shell;
      sites: typeof sites;
      voice: typeof voice;
      welcome: typeof welcome;
    };
  }
}
