// Fills a database of each size on each engine, measures the server on it beside the limit, and writes the results.

import fs from 'node:fs'
import path from 'node:path'
import { call } from './api.mjs'
import { chores } from './chores.mjs'
import { closed, paced } from './load.mjs'
import { environment, run, serve, serveLimit } from './processes.mjs'
import { report } from './report.mjs'
import { prepare, scenarios } from './scenarios.mjs'
import { PACE, engines, program, results, rounds, scratch, sizes } from './settings.mjs'

const say = (text) => process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${text}\n`)

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]

/** An empty place for the data of one engine and size. */
function database(engine, rows) {
  const data = path.join(scratch, `${engine}-${rows}`)
  fs.rmSync(data, { recursive: true, force: true })
  fs.mkdirSync(data, { recursive: true })
  run('deploy/new-secrets', [path.join(data, 'secrets.json')])
  if (engine === 'sqlite') return { data, location: path.join(data, 'maslahat.db') }
  const location = new URL(process.env.TEST_DATABASE_URL)
  const name = `load_${rows}`
  run('psql', [location.href, '--quiet', '--command', `DROP DATABASE IF EXISTS ${name}`])
  run('psql', [location.href, '--quiet', '--command', `CREATE DATABASE ${name}`])
  location.pathname = `/${name}`
  return { data, location: location.href }
}

function fill(engine, rows, { data, location }) {
  const began = performance.now()
  run(program, ['demo', '--grievances', `${rows}`], environment(data, location))
  // What autovacuum does in time.
  if (engine === 'postgres') run('psql', [location, '--quiet', '--command', 'VACUUM ANALYZE'])
  return (performance.now() - began) / 1000
}

/** One round: each scenario, and the limit with a body of the same size right after it. */
async function round(server, limit, ready, measured) {
  for (const scenario of await scenarios(server.url, ready)) {
    const { name, method, token, paths } = scenario
    const entry = (measured[name] ??= { bytes: 0, closed: [], limit: [] })
    entry.closed.push(await closed(server.url, scenario))
    if (method !== 'POST') {
      entry.bytes = (await call(server.url, token, paths[0].replace('/api/v1', ''))).bytes
      entry.limit.push((await closed(limit.url, { paths: [`/${entry.bytes}`] })).rate)
    }
    say(`  ${name}: ${Math.round(entry.closed.at(-1).rate)}/s`)
  }
}

async function pace(server, ready, measured) {
  for (const scenario of await scenarios(server.url, ready)) {
    const entry = measured[scenario.name]
    entry.pace = PACE * median(entry.closed.map(({ rate }) => rate))
    entry.paced = await paced(server.url, scenario, entry.pace)
  }
}

async function filled(engine, rows) {
  say(`${engine}, ${rows}: filling`)
  const place = database(engine, rows)
  const seconds = fill(engine, rows, place)
  // The first start finds nothing of the programme in memory; the second is what an operator waits for.
  await (await serve(place.data, place.location)).stop()
  return { engine, rows, place, filled: seconds }
}

async function measure({ engine, rows, place, filled }, limit) {
  const server = await serve(place.data, place.location)
  try {
    const ready = await prepare(server.url)
    const measured = {}
    const idle = server.memory().now
    for (let turn = 1; turn <= rounds; turn += 1) {
      say(`${engine}, ${rows}: round ${turn} of ${rounds}`)
      await round(server, limit, ready, measured)
    }
    await pace(server, ready, measured)
    const memory = server.memory()
    say(`${engine}, ${rows}: chores`)
    const once = await chores(server)
    return { engine, rows, filled, start: server.took, idle, memory, measured, once }
  } finally {
    await server.stop()
    fs.rmSync(place.data, { recursive: true, force: true })
  }
}

fs.mkdirSync(scratch, { recursive: true })
// All are filled before any is measured: the machine has to be quiet for the second half only.
const places = []
for (const engine of engines) for (const rows of sizes) places.push(await filled(engine, rows))
say('measuring')
const limit = await serveLimit(scratch)
const runs = []
for (const place of places) {
  runs.push(await measure(place, limit))
  // Written as it grows: what was measured stays if the next can't be.
  fs.writeFileSync(results, report(runs, median))
}
await limit.stop()
say(`wrote ${results.pathname}`)
