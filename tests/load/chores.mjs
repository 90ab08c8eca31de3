// What takes its time once rather than often: each is done once, and timed.

import { setTimeout as sleep } from 'node:timers/promises'
import { call, signIn } from './api.mjs'
import { EXPORTED, IMPORTED, MOVED } from './settings.mjs'
import { table } from './table.mjs'

/** `{seconds, peak}` of each: seconds it took, MB of memory at the server's peak meanwhile. */
export async function chores(server) {
  const token = await signIn(server.url, 'staff')
  return {
    [`acknowledge ${MOVED} cases`]: await timed(server, await acknowledge(server.url, token)),
    [`export ${EXPORTED} rows, xlsx`]: await timed(server, () => exported(server.url, token, 'xlsx')),
    [`import ${IMPORTED} stakeholders, csv`]: await timed(server, await imported(server.url, token)),
  }
}

async function timed(server, chore) {
  server.forgetPeak()
  const began = performance.now()
  const found = await chore()
  return { ...found, seconds: (performance.now() - began) / 1000, peak: server.memory().peak }
}

/** The cases are looked up beforehand: the call alone is timed. */
async function acknowledge(url, token) {
  const cases = []
  for (let after = ''; cases.length < MOVED; ) {
    const { json } = await call(url, token, `/grievances?state=submitted&sort=oldest&limit=100${after}`)
    cases.push(...json.items.map(({ id, version }) => ({ id, version })))
    if (!json.next) break
    after = `&after=${json.next}`
  }
  const body = { cases: cases.slice(0, MOVED) }
  return async () => {
    const { json } = await call(url, token, '/grievances/acknowledge', body)
    if (json.done !== body.cases.length) throw new Error(`${json.done} of ${body.cases.length} cases were acknowledged`)
    return { count: json.done }
  }
}

async function exported(url, token, format) {
  const asked = await call(url, token, '/exports', { format, language: 'ky', query: '' })
  for (;;) {
    const { json } = await call(url, token, `/exports/${asked.json.id}`)
    if (json.state === 'failed') throw new Error('the export failed')
    if (json.state === 'ready') return { count: json.rows_done, bytes: json.size }
    await sleep(100)
  }
}

/** The table is made beforehand; looking through it and reading it in are timed. */
async function imported(url, token) {
  const places = (await call(url, token, '/places?level=village&limit=100')).json.items.map(({ code }) => code)
  const programme = (await call(url, token, '/me')).json.programmes[0].id
  const file = table(IMPORTED, places)
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
