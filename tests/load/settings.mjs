// What a run measures, and against which targets.

import os from 'node:os'
import path from 'node:path'

const list = (name, usual) => (process.env[name] ?? usual).split(/[\s,]+/).filter(Boolean)

export const engines = list('BENCH_ENGINES', 'sqlite postgres')
export const sizes = list('BENCH_ROWS', '100000 1000000').map(Number)
/** Stakeholders, in whole tables of `IMPORTED`. */
export const registers = list('BENCH_STAKEHOLDERS', '50000 200000').map(Number)
/** Promises; a quarter as many meetings. */
export const registersOfPromises = list('BENCH_PROMISES', '20000 200000').map(Number)
/** Of each measurement. */
export const seconds = Number(process.env.BENCH_SECONDS ?? 4)
export const rounds = Number(process.env.BENCH_ROUNDS ?? 3)

/** Clients of a closed load: each sends its next request when it has its answer. */
export const CLIENTS = 32
/** The constant rate, as a part of what the closed load reached. */
export const PACE = 0.5

const target = path.resolve(process.env.CARGO_TARGET_DIR ?? 'target')
export const program = path.join(target, 'release/maslahat')
export const limitProgram = path.join(target, 'release/load-limit')
export const paceProgram = path.join(target, 'release/load-pace')
export const scratch = path.join(target, 'load')
export const results = new URL('RESULTS.md', import.meta.url)

/** Requests a second as a part of the limit's, by engine and measurement. */
export const SHARE_OF_LIMIT = {
  sqlite: { 'list, staff': 0.1, 'list, company': 0.1, 'one case, staff': 0.2, 'one case, company': 0.2 },
  postgres: { 'list, staff': 0.04, 'list, company': 0.04 },
}
/** Cost at the largest size over the cost at the smallest, where the answer's size does not grow with the table. */
export const GROWTH = 1.3
export const CREATES_PER_SECOND = 1000
export const MEMORY_MB = 100
export const START_MS = 300
/** Cases acknowledged with one call, and rows exported to one workbook, at most. */
export const MOVED = 1000
export const EXPORTED = 100_000
export const EXPORT_MEMORY_MB = 200
/** Rows of a table of stakeholders that is read in, at most. */
export const IMPORTED = 50_000
/** Stakeholders that are tied to one another, and their ties. */
export const TIED = 5000
export const TIES = 16_000
export const IMPORT_SECONDS = 60
export const IMPORT_MEMORY_MB = 300

/** Streams of events that are open at once, how many of them one account may have, and requests a second meanwhile. */
export const STREAMS = 500
export const OF_ONE_ACCOUNT = 12
export const STREAM_RATE = 200
export const STREAM_MEMORY_MB = 100

export function machine() {
  const [cpu] = os.cpus()
  return `${cpu.model.trim()}, ${os.cpus().length} cores, ${Math.round(os.totalmem() / 2 ** 30)} GiB, ${os.type()} ${os.release()}`
}
