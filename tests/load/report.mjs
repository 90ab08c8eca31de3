// The results, as a page.

import { execFileSync } from 'node:child_process'
import { CLIENTS, CREATES_PER_SECOND, EXPORT_MEMORY_MB, IMPORT_MEMORY_MB, IMPORT_SECONDS, GROWTH, STREAM_MEMORY_MB, MEMORY_MB, PACE, SHARE_OF_LIMIT, START_MS, machine, rounds, seconds } from './settings.mjs'

const NAMES = { sqlite: 'SQLite', postgres: 'PostgreSQL' }
const number = (value) => Math.round(value).toLocaleString('en')
const time = (value) => (value < 10 ? value.toFixed(1) : number(value))
const percent = (value) => `${(100 * value).toFixed(1)} %`
const row = (...cells) => `| ${cells.join(' | ')} |\n`
const head = (...cells) => row(...cells) + row(...cells.map((_, at) => (at ? '--:' : '---')))

export function report(runs, median) {
  const rate = (run, name) => median(run.measured[name].closed.map((one) => one.rate))
  const share = (run, name) => rate(run, name) / median(run.measured[name].limit)
  return [intro(), ...runs.map((run) => table(run, median, rate, share)), '## Targets\n\n' + targets(runs, rate, share)].join('\n')
}

function intro() {
  const commit = execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' }).trim()
  return `# Under load

Written by \`make bench\` on ${new Date().toISOString().slice(0, 10)}, at ${commit}.

${machine()}. Server, database and load share the machine, so every figure is less than the server alone would
reach. The limit is the same web framework answering with a fixed body of the same size from memory, measured right after
each measurement of the server.

- Closed load: ${CLIENTS} clients (4 for signing in), each of which sends its next request when it has its answer; the
  median of ${rounds} rounds of ${seconds} s each.
- Constant rate: ${100 * PACE} % of what the closed load reached; a request's time counts from when it was due.
- A list is a page of 25. Times are milliseconds.
- What is done once is timed as its caller waits for it; its peak of memory is the whole server's.
`
}

function table({ engine, subject, rows, filled, start, idle, memory, measured, once, followed }, median, rate, share) {
  const run = { measured }
  const lines = Object.entries(measured).map(([name, { bytes, closed, limit, pace, paced }]) =>
    row(
      name,
      number(rate(run, name)),
      time(median(closed.map((one) => one.p50))),
      time(median(closed.map((one) => one.p99))),
      limit.length ? number(median(limit)) : '',
      limit.length ? percent(share(run, name)) : '',
      number(pace),
      time(paced.p50),
      time(paced.p99),
      limit.length ? number(bytes) : '',
    ),
  )
  return `## ${NAMES[engine]}, ${number(rows)} ${subject}

Filled in ${number(filled)} s. Started in ${number(start)} ms. Memory: ${number(idle)} MB before the load, ${number(memory.now)} MB after, ${number(memory.peak)} MB at its peak.

${head('', 'requests/s', 'p50', 'p99', 'limit/s', 'of the limit', 'at rate/s', 'p50', 'p99', 'bytes')}${lines.join('')}
${doneOnce(once)}${whileFollowed(followed)}`
}

function doneOnce(once) {
  const lines = Object.entries(once).map(([what, { seconds, count, peak, bytes }]) =>
    row(what, seconds.toFixed(1), number(count), number(peak), bytes ? number(bytes) : ''),
  )
  return lines.length ? head('once', 'seconds', 'done', 'MB at the peak', 'bytes') + lines.join('') : ''
}

function whileFollowed(followed) {
  if (!followed) return ''
  const { streams, rate, memory, without, with: within } = followed
  return `
With ${number(streams)} streams of events open: ${number(memory)} MB more; the list at ${number(rate)}/s, p50 and p99: ${time(within.p50)} and ${time(within.p99)} ms, without them ${time(without.p50)} and ${time(without.p99)}.
`
}

const keyOf = ({ engine, subject }) => `${engine} ${subject}`

function targets(runs, rate, share) {
  const verdicts = runs.flatMap((run) => ofRun(run, rate, share))
  for (const key of new Set(runs.map(keyOf))) {
    const own = runs.filter((run) => keyOf(run) === key)
    if (own.length > 1) verdicts.push(...growth(own[0], own.at(-1), rate, share))
  }
  const lines = verdicts.map(([what, wanted, found, met]) => row(what, wanted, found, met ? 'met' : '**missed**'))
  return head('', 'target', 'measured', '') + lines.join('')
}

function ofRun(run, rate, share) {
  const where = `${NAMES[run.engine]}, ${number(run.rows)} ${run.subject}`
  const wanted = Object.entries(SHARE_OF_LIMIT[run.engine]).filter(([name]) => name in run.measured)
  const verdicts = wanted.map(([name, wanted]) => {
    const found = share(run, name)
    return [`${where}: ${name}`, `at least ${percent(wanted)} of the limit`, percent(found), found >= wanted]
  })
  if (run.engine === 'sqlite' && 'create' in run.measured) {
    const creates = rate(run, 'create')
    verdicts.push([`${where}: create`, `at least ${number(CREATES_PER_SECOND)}/s`, `${number(creates)}/s`, creates >= CREATES_PER_SECOND])
  }
  for (const [what, { peak, seconds }] of Object.entries(run.once).filter(([what]) => what.startsWith('import'))) {
    verdicts.push([`${where}: ${what}`, `under ${IMPORT_SECONDS} s`, `${seconds.toFixed(1)} s`, seconds < IMPORT_SECONDS])
    verdicts.push([`${where}: memory for ${what}`, `under ${IMPORT_MEMORY_MB} MB`, `${number(peak)} MB`, peak < IMPORT_MEMORY_MB])
  }
  for (const [what, { peak }] of Object.entries(run.once).filter(([what]) => what.startsWith('export'))) {
    verdicts.push([`${where}: memory for ${what}`, `under ${EXPORT_MEMORY_MB} MB`, `${number(peak)} MB`, peak < EXPORT_MEMORY_MB])
  }
  if (run.followed) {
    const { streams, memory } = run.followed
    verdicts.push([`${where}: memory for ${streams} streams`, `under ${STREAM_MEMORY_MB} MB`, `${number(memory)} MB`, memory < STREAM_MEMORY_MB])
  }
  verdicts.push(
    [`${where}: memory at its peak`, `under ${MEMORY_MB} MB`, `${number(run.memory.peak)} MB`, run.memory.peak < MEMORY_MB],
    [`${where}: start`, `under ${START_MS} ms`, `${number(run.start)} ms`, run.start < START_MS],
  )
  return verdicts
}

/** By the share of the limit, where there is one: what else the machine does then counts less. */
function growth(small, large, rate, share) {
  const speed = (run, name) => (run.measured[name].limit.length ? share(run, name) : rate(run, name))
  return Object.keys(small.measured).map((name) => {
    const found = speed(small, name) / speed(large, name)
    const what = `${NAMES[small.engine]}: ${name}, cost at ${number(large.rows)} over ${number(small.rows)}`
    return [what, `at most ${GROWTH}`, found.toFixed(2), found <= GROWTH]
  })
}
