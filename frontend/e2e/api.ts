import { readFileSync } from 'node:fs';
import type { Page, Route } from '@playwright/test';
import type {
  Intake,
  Me,
  MyCase,
  PagePublicGrantCallSummary,
  PagePublicReceiptKey,
  PublicGrantCall,
  Receipt,
  Session,
} from '../src/api/generated/public';

const id = (number: number) => `0193a000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const named = (ky: string, ru = ky, en = ky) => ({ ky, ru, en });

export const receiptCode = '4821903377150264';

interface Example {
  proof: string;
  key: PagePublicReceiptKey['items'][number];
}

/** Signed as the server signs: its own tests read the same file. */
export const example: Example = JSON.parse(
  readFileSync(new URL('../src/features/verify/example.json', import.meta.url), 'utf8'),
);

const intake: Intake = {
  programme: { id: id(1), names: named('Программа'), status: 'running' },
  places: [
    { id: id(2), code: 'J', level: 'raion', names: named('Жети-Өгүз району') },
    { id: id(3), code: 'b', level: 'village', parent_id: id(2), names: named('Барскоон') },
  ],
  sites: [{ id: id(4), names: named('Ак-Суу кени'), place_id: id(3), company: named('Тоо Алтын') }],
  hotline: '+996 312 000000',
};

const receipt: Receipt = {
  reference: 'MSL-2026-000124',
  code: receiptCode,
  token: 'receipt-token',
  submitted_at: '2026-11-23T19:30:00Z',
  proof: example.proof,
};

const me: Me = {
  id: id(5),
  version: 1,
  name: 'Айгүл',
  email: 'aigul@example.org',
  role: 'staff',
  language: 'ky',
  mail_wanted: false,
  organisation: { id: id(9), names: named('Ынтымак') },
  places: [],
  programmes: [],
  second_factor: 'off',
  operations: [],
};

const session: Session = { access_token: 'token', expires_in: 600, account: me };

const proposedCase: MyCase = {
  reference: 'MSL-2026-000124',
  version: 3,
  state: 'resolution_proposed',
  language: 'ky',
  confidentiality: 'anonymous',
  confirmed: false,
  escalation_level: 1,
  committee: [],
  place: named('Барскоон'),
  narrative: 'Жолдон чаң көтөрүлөт',
  submitted_at: '2026-11-03T05:00:00Z',
  updated_at: '2026-11-20T05:00:00Z',
  due_at: '2026-12-03T05:00:00Z',
  clocks: [
    {
      clock: 'resolve',
      state: 'on_track',
      started_at: '2026-11-03T05:00:00Z',
      due_at: '2026-12-03T05:00:00Z',
    },
  ],
  proposal: { remedy: 'Жолго суу себүү', proposed_at: '2026-11-20T05:00:00Z' },
  messages: [{ id: id(6), at: '2026-11-04T05:00:00Z', from: 'programme', body: 'Кабыл алдык' }],
  attachments: [],
  timeline: [
    { at: '2026-11-03T05:00:00Z', move: 'submit', to: 'submitted' },
    { at: '2026-11-20T05:00:00Z', move: 'propose', to: 'resolution_proposed' },
  ],
  actions: ['agree_my_case', 'contest_my_case', 'message_my_case', 'attach_my_case'],
};

/** An open call with a question of each kind. */
export const grantCall: PublicGrantCall = {
  id: id(7),
  programme_id: id(1),
  title: named('Таза суу'),
  purpose: named('Айылдарга ичүүчү суу жана арык.'),
  currency: 'KGS',
  budget: 500_000_000,
  ceiling: 30_000_050,
  opens_at: '2026-11-01T03:00:00Z',
  closes_at: '2026-12-31T12:00:00Z',
  first_closes_at: '2026-12-20T12:00:00Z',
  phase: 'open',
  applicants: ['community_group', 'representative'],
  places: [{ id: id(3), names: named('Барскоон') }],
  questions: [
    {
      id: id(20),
      stage: 'eligibility',
      kind: 'yes_no',
      prompt: named('Ушул жерде жашайсызбы?'),
      required: true,
      expected: true,
    },
    {
      id: id(21),
      stage: 'application',
      kind: 'choice',
      prompt: named('Эмне жөнүндө?'),
      help: named('Бирин тандаңыз.'),
      required: false,
      options: [named('Суу'), named('Жол')],
    },
  ],
  criteria: [
    { id: id(22), name: named('Муктаждык'), weight: 60 },
    { id: id(23), name: named('Өз салымы'), help: named('Канчасын өзү кошот'), weight: 40 },
  ],
};

const grantCalls = (phase: string | null): PagePublicGrantCallSummary['items'] =>
  phase === 'open' ? [grantCall] : [];

const json = (route: Route, body: unknown, status = 200) => route.fulfill({ json: body, status });

const problem = (route: Route, status: number, code: string) =>
  route.fulfill({
    status,
    contentType: 'application/problem+json',
    body: JSON.stringify({ type: 'about:blank', title: code, status, code, request_id: 'r' }),
  });

/** The API as these tests need it; returns the requests that changed something. */
export async function answerAsApi(page: Page) {
  const posts: { path: string; key?: string; version?: string; body: unknown }[] = [];
  let mine = proposedCase;
  let signedIn = false;

  await page.route('**/api/v1/**', async (route) => {
    const request = route.request();
    const path = new URL(request.url()).pathname.replace('/api/v1', '');
    if (request.method() !== 'GET') {
      const headers = request.headers();
      const isJson = headers['content-type'] === 'application/json';
      const body = isJson ? request.postDataJSON() : undefined;
      posts.push({ path, key: headers['idempotency-key'], version: headers['if-match'], body });
    }
    switch (path) {
      case '/intake':
        return json(route, intake);
      case '/intake/grievances':
        return json(route, receipt, 201);
      case '/receipts/open': {
        const { code } = request.postDataJSON();
        if (code !== receiptCode) return problem(route, 404, 'not_found');
        return json(route, { token: receipt.token, expires_in: 1800, case: mine });
      }
      case '/receipts/keys':
        return json(route, { items: [example.key] });
      case '/my-case/proof': {
        const { reference, submitted_at, proof } = receipt;
        return json(route, { reference, submitted_at, proof });
      }
      case '/my-case':
        return json(route, mine);
      case '/my-case/agree':
        mine = { ...mine, version: 4, state: 'implementing', actions: ['confirm_my_case'] };
        return json(route, mine);
      case '/auth/login':
        signedIn = request.postDataJSON().password === 'right horse';
        return signedIn ? json(route, session) : problem(route, 401, 'unauthenticated');
      case '/auth/refresh':
        return signedIn ? json(route, session) : problem(route, 401, 'unauthenticated');
      case '/auth/logout':
        signedIn = false;
        return route.fulfill({ status: 204 });
      case '/me':
        return json(route, me);
      case '/public-grant-calls': {
        const phase = new URL(request.url()).searchParams.get('phase');
        return json(route, { items: grantCalls(phase) });
      }
      case `/public-grant-calls/${grantCall.id}`:
        return json(route, grantCall);
      default:
        return problem(route, 404, 'not_found');
    }
  });
  return posts;
}
