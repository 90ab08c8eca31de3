// The register of stakeholders: filled by tables that are read in, as its users fill it, and what is asked of it.

import { setTimeout as sleep } from 'node:timers/promises'
import { call, signIn } from './api.mjs'
import { IMPORTED, TIED, TIES } from './settings.mjs'
import { table } from './table.mjs'

const api = (path) => `/api/v1${path}`
const find = (words) => api(`/stakeholders?q=${encodeURIComponent(words)}`)

/** Relationships that are recorded at the same time. */
const WRITERS = 16

/** Reads one table in, as its sender would: sent, looked through, read in. */
export async function imported(url, token, number = 0) {
  const places = (await call(url, token, '/places?level=village&limit=100')).json.items.map(({ code }) => code)
  const programme = (await call(url, token, '/me')).json.programmes[0].id
  const file = table(IMPORTED, places, number)
  const octets = { 'content-type': 'application/octet-stream' }
  return async () => {
    const query = `programme_id=${programme}&language=ru&name=people.csv`
    const sent = await call(url, token, `/stakeholder-imports?${query}`, file, octets)
    const settled = async () => {
      for (;;) {
        const { json } = await call(url, token, `/stakeholder-imports/${sent.json.id}`)
        if (json.state !== 'checking' && json.state !== 'running') return json
        await sleep(100)
      }
    }
    const found = await settled()
    if (found.errors > 0) throw new Error(`the table has errors: ${JSON.stringify(found.found.errors[0])}`)
    const match = { 'if-match': `"${found.version}"` }
    await call(url, token, `/stakeholder-imports/${found.id}/run`, { duplicates: 'add' }, match)
    const done = await settled()
    if (done.added !== IMPORTED) throw new Error(`${done.added} rows were recorded: ${done.state}`)
    return { count: done.added, bytes: file.length }
  }
}

/** Reads in as many tables as make the register so large, and ties a part of its people to one another. */
export async function fillRegister(url, size) {
  // A token does not last until all are in.
  for (let number = 0; number * IMPORTED < size; number += 1) {
    await (await imported(url, await signIn(url, 'staff'), number))()
  }
  const token = await signIn(url, 'staff')
  const people = await some(url, token, TIED)
  let next = 0
  const write = async () => {
    while (next < TIES) {
      const number = next++
      await call(url, token, '/relationships', tie(people, number))
    }
  }
  await Promise.all(Array.from({ length: WRITERS }, write))
}

/** A quarter work for one employer; the others are allied in chains. */
function tie(people, number) {
  const one = (at) => people[at % people.length]
  if (number % 4 === 0) return { kind: 'employed_by', from_id: one(1 + number / 4), to_id: people[0] }
  const [from, step] = [number % people.length, 1 + Math.floor(number / people.length)]
  return { kind: 'allied_with', from_id: one(from), to_id: one(from + step * 7) }
}

/** Ids from all over the alphabet. */
async function some(url, token, wanted) {
  const found = []
  for (let after = ''; found.length < wanted; ) {
    const { json } = await call(url, token, `/stakeholders?limit=100${after}`)
    found.push(...json.items.map(({ id }) => id))
    if (!json.next) break
    after = `&after=${json.next}`
  }
  return found.slice(0, wanted)
}

export const prepareRegister = async (url) => ({ people: await some(url, await signIn(url, 'staff'), TIED) })

/** The scenarios, with a token that lasts as long as a round. */
export async function registerScenarios(url, { people }) {
  const token = await signIn(url, 'staff')
  const get = (name, paths) => ({ name, token, paths })
  return [
    get('stakeholders by name', [api('/stakeholders')]),
    get('stakeholders of a kind, newest', [api('/stakeholders?category=resident&sort=newest')]),
    get('stakeholders by influence', [api('/stakeholders?sort=influence&limit=100')]),
    get('one stakeholder', people.slice(0, 400).map((id) => api(`/stakeholders/${id}`))),
    get('search people, frequent', [find('Айгүл')]),
    get('search people, in the other alphabet', [find('АЙГУЛЬ')]),
    get('search people, rare', [find('Асанов Айгүл Бакытович')]),
    get('places of stakeholders', [api('/stakeholder-counts')]),
    get('graph, latest', [api('/relationship-graph')]),
    get('graph around an employer', [api(`/relationship-graph?around=${people[0]}&limit=500`)]),
    get('graph around somebody', people.slice(1, 200).map((id) => api(`/relationship-graph?around=${id}&steps=3`))),
  ]
}
