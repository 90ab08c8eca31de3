// Fills a database of each size on each engine, measures the server on it beside the limit, and writes the results.

import fs from 'node:fs'
import path from 'node:path'
import { call } from './api.mjs'
import { chores } from './chores.mjs'
import { closed, paced } from './load.mjs'
import { fillRegister, prepareRegister, registerScenarios } from './people.mjs'
import { environment, run, serve, serveLimit } from './processes.mjs'
import { promiseScenarios } from './promises.mjs'
import { report } from './report.mjs'
import { prepare, scenarios } from './scenarios.mjs'
import { streams } from './streams.mjs'
import { PACE, engines, program, registers, registersOfPromises, results, rounds, scratch, sizes } from './settings.mjs'

const say = (text) => process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${text}\n`)

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]

/** What a database is full of: how it is filled, what is asked of it, and what is done with it once. */
const subjects = {
  grievances: { sizes, fill: fillCases, prepare, scenarios, chores },
  stakeholders: {
    sizes: registers,
    fill: fillPeople,
    prepare: prepareRegister,
    scenarios: registerScenarios,
    chores: async () => ({}),
  },
  promises: {
    sizes: registersOfPromises,
    fill: fillPromises,
    prepare: async () => ({}),
    scenarios: promiseScenarios,
    chores: async () => ({}),
  },
}

/** An empty place for the data of one engine, subject and size. */
function database(engine, subject, rows) {
  const data = path.join(scratch, `${engine}-${subject}-${rows}`)
  fs.rmSync(data, { recursive: true, force: true })
  fs.mkdirSync(data, { recursive: true })
  run('deploy/new-secrets', [path.join(data, 'secrets.json')])
  if (engine === 'sqlite') return { data, location: path.join(data, 'maslahat.db') }
  const location = new URL(process.env.TEST_DATABASE_URL)
  const name = `load_${subject}_${rows}`
  run('psql', [location.href, '--quiet', '--command', `DROP DATABASE IF EXISTS ${name}`])
  run('psql', [location.href, '--quiet', '--command', `CREATE DATABASE ${name}`])
  location.pathname = `/${name}`
  return { data, location: location.href }
}

async function fillCases({ data, location }, rows) {
  run(program, ['demo', '--grievances', `${rows}`], environment(data, location))
}

async function fillPromises({ data, location }, rows) {
  const asked = ['--meetings', `${Math.floor(rows / 4)}`, '--commitments', `${rows}`]
  run(program, ['demo', ...asked], environment(data, location))
}

async function fillPeople({ data, location }, rows) {
  run(program, ['demo'], environment(data, location))
  const server = await serve(data, location)
  try {
    await fillRegister(server.url, rows)
  } finally {
    await server.stop()
  }
}

/** One round: each scenario, and the limit with a body of the same size right after it. */
async function round(asked, server, limit, ready, measured) {
  for (const scenario of await asked(server.url, ready)) {
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

async function pace(asked, server, ready, measured) {
  for (const scenario of await asked(server.url, ready)) {
    const entry = measured[scenario.name]
    entry.pace = PACE * median(entry.closed.map(({ rate }) => rate))
    entry.paced = await paced(server.url, scenario, entry.pace)
  }
}

async function filled(engine, subject, rows) {
  say(`${engine}, ${rows} ${subject}: filling`)
  const place = database(engine, subject, rows)
  const began = performance.now()
  await subjects[subject].fill(place, rows)
  // What autovacuum does in time.
  if (engine === 'postgres') run('psql', [place.location, '--quiet', '--command', 'VACUUM ANALYZE'])
  const seconds = (performance.now() - began) / 1000
  // The first start finds nothing of the programme in memory; the second is what an operator waits for.
  await (await serve(place.data, place.location)).stop()
  return { engine, subject, rows, place, filled: seconds }
}

async function measure({ engine, subject, rows, place, filled }, limit) {
  const { prepare, scenarios, chores } = subjects[subject]
  const server = await serve(place.data, place.location)
  try {
    const ready = await prepare(server.url)
    const measured = {}
    const idle = server.memory().now
    for (let turn = 1; turn <= rounds; turn += 1) {
      say(`${engine}, ${rows} ${subject}: round ${turn} of ${rounds}`)
      await round(scenarios, server, limit, ready, measured)
    }
    await pace(scenarios, server, ready, measured)
    const memory = server.memory()
    say(`${engine}, ${rows} ${subject}: chores`)
    const once = await chores(server)
    const followed = subject === 'grievances' ? await streams(server) : undefined
    return { engine, subject, rows, filled, start: server.took, idle, memory, measured, once, followed }
  } finally {
    await server.stop()
    fs.rmSync(place.data, { recursive: true, force: true })
  }
}

fs.mkdirSync(scratch, { recursive: true })
// All are filled before any is measured: the machine has to be quiet for the second half only.
const places = []
for (const engine of engines) {
  for (const [subject, { sizes }] of Object.entries(subjects)) {
    for (const rows of sizes) places.push(await filled(engine, subject, rows))
  }
}
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
