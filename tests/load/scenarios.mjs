// What is asked of the server.

import fs from 'node:fs'
import { PASSWORD, call, emailOf, ids, signIn } from './api.mjs'

const narratives = JSON.parse(fs.readFileSync('api/demo/grievances.json', 'utf8')).map((story) => story.narrative)

/** In many cases of the demonstration, in no more than a few, and in none but those entered here. */
const WORDS = {
  'search ky, frequent': 'суу',
  'search ru, frequent': 'дорог',
  'search ky, rare': 'күкүрттүүташ',
  'search ru, rare': 'гидрометаллургия',
}

const submission = (place, narrative) => ({
  channel: 'phone',
  consent: { given: 'said', note: 'said so on the phone' },
  grievance: {
    language: 'ky',
    confidentiality: 'confidential',
    place_id: place,
    narrative,
    reporter: { name: 'Чынара Осмонова', contact: '+996 555 000 000' },
  },
})

/** Enters a few cases with the rare words, so that there is something to find. */
export async function prepare(url) {
  const token = await signIn(url, 'staff')
  const { json: intake } = await call(url, null, '/intake')
  const place = intake.sites[0].place_id
  for (const word of [WORDS['search ky, rare'], WORDS['search ru, rare']]) {
    for (let number = 1; number <= 5; number += 1) {
      await call(url, token, '/grievances', submission(place, `${narratives[number]} ${word}`))
    }
  }
  return { place }
}

const api = (path) => `/api/v1${path}`
const find = (words) => `/grievances?q=${encodeURIComponent(words)}`

/** The scenarios, with tokens that last as long as a round. */
export async function scenarios(url, { place }) {
  const staff = await signIn(url, 'staff')
  const company = await signIn(url, 'company')
  const get = (name, token, paths, more = {}) => ({ name, token, paths: paths.map(api), ...more })
  const one = async (token, ...orders) => (await ids(url, token, orders)).map((id) => `/grievances/${id}`)
  return [
    get('list, staff', staff, ['/grievances?state=investigating']),
    get('list, company', company, ['/grievances?state=investigating']),
    get('one case, staff', staff, await one(staff, 'newest', 'oldest', 'updated', 'due')),
    get('one case, company', company, await one(company, 'newest', 'oldest', 'updated')),
    ...Object.entries(WORDS).map(([name, word]) => get(name, staff, [find(word)])),
    get('search, company', company, [find(WORDS['search ru, frequent'])]),
    get('search in a state', staff, [`${find(WORDS['search ru, frequent'])}&state=contested`]),
    get('deadlines, staff', staff, ['/grievances?sort=due']),
    get('deadlines at risk', staff, ['/grievances?sort=due&clock=at_risk']),
    get('deadlines missed', staff, ['/grievances?sort=due&clock=breached']),
    get('newest missed', staff, ['/grievances?clock=breached']),
    get('calendar, staff', staff, [`/grievances/deadlines?month=${new Date().toISOString().slice(0, 7)}`]),
    get('counts, staff', staff, ['/grievances/counts']),
    get('first page, staff', staff, ['/home']),
    { name: 'create', method: 'POST', token: staff, paths: [api('/grievances')], bodies: narratives.map((text) => submission(place, text)) },
    { name: 'sign in', method: 'POST', paths: [api('/auth/login')], bodies: [{ email: emailOf('staff'), password: PASSWORD }], clients: 4 },
  ]
}
