import type { Me, RespondentGrievance, StaffGrievance } from '@/api/generated';

const named = (name: string) => ({ ky: name, ru: name, en: name });
const id = (number: number) => `0193a000-0000-7000-8000-${String(number).padStart(12, '0')}`;

export const me: Me = {
  id: id(1),
  version: 1,
  name: 'Aigul',
  email: 'aigul@example.org',
  role: 'staff',
  language: 'en',
  mail_wanted: false,
  organisation: { id: id(2), names: named('Bridge') },
  places: [],
  programmes: [],
  second_factor: 'off',
  operations: ['list_grievances', 'list_staff'],
};

export const staffCase: StaffGrievance & { audience: 'staff' } = {
  audience: 'staff',
  id: id(10),
  version: 4,
  reference: 'MSL-2026-000123',
  state: 'investigating',
  track: 'normal',
  sensitivity: 'normal',
  severity: 'high',
  category: 'water',
  confidentiality: 'confidential',
  channel: 'phone',
  language: 'ky',
  place: { id: id(3), names: named('Barskoon') },
  narrative: 'Dust from the road covers our washing',
  escalation_level: 1,
  summary: { text: 'Dust on a public road near the site', author: { id: id(1), name: 'Aigul' } },
  submitted_at: '2026-11-01T05:00:00Z',
  updated_at: '2026-11-02T05:00:00Z',
  clocks: [],
  messages: [],
  attachments: [],
  timeline: [],
  duplicates: [],
  committee: [],
  reporter_confirmed: false,
  identity: 'not_given',
  erasures: [],
  actions: ['propose_grievance', 'assign_grievance'],
};

export const respondentCase: RespondentGrievance & { audience: 'respondent' } = {
  audience: 'respondent',
  id: id(11),
  version: 4,
  reference: 'MSL-2026-000124',
  state: 'investigating',
  severity: 'high',
  category: 'water',
  district: named('Jeti-Oguz'),
  month: '2026-11',
  summary: 'Dust on a public road near the site',
  messages: [],
  timeline: [],
  actions: ['answer_grievance'],
};
