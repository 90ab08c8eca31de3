// What takes its time once rather than often: each is done once, and timed.

import { setTimeout as sleep } from 'node:timers/promises'
import { call, signIn } from './api.mjs'
import { imported } from './people.mjs'
import { EXPORTED, IMPORTED, MOVED } from './settings.mjs'

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
