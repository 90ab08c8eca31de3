// Streams of events that stay open, as pages that people look at hold them: what they cost in memory, and what they cost
// whoever asks for a list meanwhile.

import crypto from 'node:crypto'
import http from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { PASSWORD, call, emailOf, ids, signIn } from './api.mjs'
import { paced } from './load.mjs'
import { OF_ONE_ACCOUNT, STREAMS, STREAM_RATE } from './settings.mjs'

/** `{streams, memory, without, with}`: MB more with them open; the list's times without and with them, in milliseconds. */
export async function streams(server) {
  const staff = await signIn(server.url, 'staff')
  const cases = await ids(server.url, staff, ['newest'])
  const readers = await colleagues(server.url, Math.ceil(STREAMS / OF_ONE_ACCOUNT))
  const list = { token: staff, paths: ['/api/v1/grievances?state=investigating'] }
  const without = await paced(server.url, list, STREAM_RATE)
  const before = server.memory().now
  const open = await Promise.all(
    Array.from({ length: STREAMS }, (_, number) => follow(server.url, readers[number % readers.length], cases[number % cases.length])),
  )
  // The first looks for all of them are over.
  await sleep(3000)
  const memory = server.memory().now - before
  const within = await paced(server.url, list, STREAM_RATE)
  const cut = open.filter((stream) => stream.over).length
  open.forEach((stream) => stream.end())
  if (cut > 0) throw new Error(`${cut} of ${STREAMS} streams ended by themselves`)
  return { streams: STREAMS, rate: STREAM_RATE, memory, without, with: within }
}

/** Tokens of so many accounts of their own. */
async function colleagues(url, wanted) {
  const admin = (await call(url, null, '/auth/login', { email: emailOf('admin'), password: PASSWORD })).json.access_token
  const me = (await call(url, await signIn(url, 'staff'), '/me')).json
  const invited = async () => {
    const email = `${crypto.randomUUID()}@example.org`
    const programmes = me.programmes.map(({ id }) => id)
    const account = { email, name: 'Reader', role: 'staff', language: 'ky', organisation_id: me.organisation.id, place_ids: [], programme_ids: programmes }
    const { link_token: token } = (await call(url, admin, '/invitations', account)).json
    return (await call(url, null, '/invitations/accept', { token, password: PASSWORD })).json.access_token
  }
  return Promise.all(Array.from({ length: wanted }, invited))
}

/** Follows a case until it is told to end; settles with the first event. */
function follow(url, token, id) {
  return new Promise((resolve, reject) => {
    const stream = { over: false, end: () => request.destroy() }
    const headers = { authorization: `Bearer ${token}` }
    const request = http.get(`${url}/api/v1/events?grievance=${id}`, { agent: false, headers }, (response) => {
      if (response.statusCode !== 200) return reject(new Error(`a stream was answered with ${response.statusCode}`))
      response.once('data', () => resolve(stream))
      response.on('close', () => (stream.over = true))
      response.on('error', () => (stream.over = true))
    })
    request.on('error', reject)
  })
}
