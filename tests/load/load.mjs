// Loads: a closed one by wrk and one of constant rate by pace.rs.

import fs from 'node:fs'
import path from 'node:path'
import { spawn } from 'node:child_process'
import { CLIENTS, paceProgram, scratch, seconds } from './settings.mjs'

const script = new URL('wrk.lua', import.meta.url).pathname

const lastLine = (text) => JSON.parse(text.trim().split('\n').at(-1))

/** Runs a load without holding up this program, which has servers to look after. */
function measure(command, args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] })
    let text = ''
    child.stdout.on('data', (part) => (text += part))
    child.once('error', reject)
    child.once('close', (status) => {
      if (status !== 0) return reject(new Error(`${command} failed: ${text}`))
      const measured = lastLine(text)
      // A refused request is cheap: a rate with failures in it says nothing.
      if (measured.failed > 0) return reject(new Error(`${measured.failed} requests failed: ${JSON.stringify(env)}`))
      resolve(measured)
    })
  })
}

const list = (name, lines) => {
  const file = path.join(scratch, name)
  fs.writeFileSync(file, lines.join('\n') + '\n')
  return file
}

function environment({ method = 'GET', token, paths, bodies }) {
  const env = { LOAD_METHOD: method, LOAD_PATHS: list('paths', paths) }
  if (token) env.LOAD_TOKEN = token
  if (bodies) env.LOAD_BODIES = list('bodies', bodies.map((body) => JSON.stringify(body)))
  return env
}

/** `{rate, p50, p99}`: requests a second, milliseconds. */
export const closed = (url, load) =>
  measure('wrk', ['-t1', `-c${load.clients ?? CLIENTS}`, `-d${seconds}s`, '--timeout=20s', `-s${script}`, url], environment(load))

/** `{p50, p99}`: milliseconds from when each request was due. */
export const paced = (url, load, rate) =>
  measure(paceProgram, [], {
    ...environment(load),
    LOAD_ADDRESS: new URL(url).host,
    LOAD_RATE: `${Math.max(1, Math.floor(rate))}`,
    LOAD_SECONDS: `${seconds}`,
  })
