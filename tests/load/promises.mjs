// The calendar of meetings and the register of promises: what is asked of them.

import { call, signIn } from './api.mjs'

const api = (path) => `/api/v1${path}`
const find = (list, words) => api(`/${list}?q=${encodeURIComponent(words)}`)
const month = () => new Date().toISOString().slice(0, 7)

/** Of all ages. */
async function some(url, token, list) {
  const found = []
  let after = ''
  for (let page = 0; page < 4; page += 1) {
    const { json } = await call(url, token, `/${list}?limit=100${after}`)
    found.push(...json.items.map(({ id }) => api(`/${list}/${id}`)))
    if (!json.next) break
    after = `&after=${json.next}`
  }
  return found
}

/** The scenarios, with tokens that last as long as a round. */
export async function promiseScenarios(url) {
  const staff = await signIn(url, 'staff')
  const company = await signIn(url, 'company')
  const community = await signIn(url, 'community')
  const get = (name, token, ...paths) => ({ name, token, paths })
  const today = new Date().toISOString().slice(0, 10)
  return [
    get('calendar, staff', staff, api(`/meetings/month?month=${month()}`)),
    get('calendar, company', company, api(`/meetings/month?month=${month()}`)),
    get('meetings to come, staff', staff, api(`/meetings?from=${today}`)),
    get('meetings to come, company', company, api(`/meetings?from=${today}`)),
    get('own meetings, staff', staff, api(`/meetings?mine=true&from=${today}`)),
    get('one meeting, staff', staff, ...(await some(url, staff, 'meetings'))),
    get('search meetings', staff, find('meetings', 'взрывные')),
    get('promises by day, staff', staff, api('/commitments')),
    get('promises by day, company', company, api('/commitments')),
    get('promises by day, community', community, api('/commitments')),
    get('promises overdue, staff', staff, api('/commitments?standing=overdue')),
    get('promises newest, staff', staff, api('/commitments?sort=newest')),
    get('one promise, staff', staff, ...(await some(url, staff, 'commitments'))),
    get('search promises, frequent', staff, find('commitments', 'жол')),
    get('search promises, none', staff, find('commitments', 'күкүрттүүташ')),
    get('public page of promises', null, api('/promises')),
    get('first page, staff', staff, api('/home')),
    get('first page, company', company, api('/home')),
  ]
}
