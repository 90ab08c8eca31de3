// The programs of a run: each ends with it.

import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { limitProgram, program } from './settings.mjs'

const running = new Set()
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1))

/** Runs a program to its end; its output. */
export function run(command, args, env = {}) {
  const { status, error, stdout, stderr } = spawnSync(command, args, {
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error ?? stderr.slice(-2000)}`)
  return stdout
}

const freePort = () => Number(run('scripts/free-port', []))

async function start(command, args, env, log, url, patience) {
  const began = performance.now()
  const out = fs.openSync(log, 'w')
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', out, out] })
  fs.closeSync(out)
  running.add(child)
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
    running.delete(child)
  }
  while (!(await answers(url))) {
    if (child.exitCode !== null || performance.now() - began > patience) {
      await stop()
      throw new Error(`${command} did not start: ${fs.readFileSync(log, 'utf8').slice(-2000)}`)
    }
    await sleep(2)
  }
  return { pid: child.pid, took: performance.now() - began, stop }
}

const answers = (url) =>
  fetch(url).then(
    (response) => response.ok,
    () => false,
  )

/** The limits of the public doors are for strangers, not for a load test. */
export const environment = (data, database, port = 0) => ({
  MASLAHAT_DATA: data,
  MASLAHAT_DATABASE_URL: database,
  MASLAHAT_SECRETS: path.join(data, 'secrets.json'),
  MASLAHAT_LISTEN: `127.0.0.1:${port}`,
  // As it is deployed.
  MIMALLOC_PURGE_DELAY: '0',
  // Its accounts have no second factor. The database is filled already.
  MASLAHAT_DEMO: 'true',
  MASLAHAT_SIGN_INS_PER_MINUTE: '1000000',
  MASLAHAT_SUBMISSIONS_PER_MINUTE: '1000000',
  MASLAHAT_RECEIPTS_PER_SECOND: '1000000',
  MASLAHAT_WRONG_CODES_PER_MINUTE: '1000000',
})

/** The server, with the time from its start to its first answer. */
export async function serve(data, database) {
  const port = freePort()
  const url = `http://127.0.0.1:${port}`
  const log = path.join(data, 'server.log')
  const server = await start(program, ['serve'], environment(data, database, port), log, `${url}/health/ready`, 60_000)
  return { ...server, url, memory: () => memory(server.pid), forgetPeak: () => forgetPeak(server.pid) }
}

/** A server that answers with a fixed body. */
export async function serveLimit(folder) {
  const port = freePort()
  const url = `http://127.0.0.1:${port}`
  const server = await start(limitProgram, [`${port}`], {}, path.join(folder, 'limit.log'), `${url}/1`, 5000)
  return { ...server, url }
}

/** Lets the peak be counted from now on. */
const forgetPeak = (pid) => fs.writeFileSync(`/proc/${pid}/clear_refs`, '5')

/** Resident memory and its peak, in MB. */
function memory(pid) {
  const status = fs.readFileSync(`/proc/${pid}/status`, 'utf8')
  const kilobytes = (name) => Number(status.match(new RegExp(`^${name}:\\s+(\\d+)`, 'm'))[1])
  return { now: kilobytes('VmRSS') / 1000, peak: kilobytes('VmHWM') / 1000 }
}
