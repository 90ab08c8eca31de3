// The API as the scenarios use it.

import crypto from 'node:crypto'
import fs from 'node:fs'

const accounts = JSON.parse(fs.readFileSync('api/demo/accounts.json', 'utf8'))
/** The demonstration's, which its accounts share. */
export const PASSWORD = 'bir-birge-kenesh-2026'

export const emailOf = (role) => accounts.find((account) => account.role === role).email

export async function call(url, token, path, body, more = {}) {
  const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID(), ...more }
  if (token) headers.authorization = `Bearer ${token}`
  const response = await fetch(`${url}/api/v1${path}`, {
    method: body ? 'POST' : 'GET',
    headers,
    body: body instanceof Uint8Array ? body : body && JSON.stringify(body),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`)
  return { json: JSON.parse(text), bytes: Buffer.byteLength(text) }
}

export const signIn = async (url, role) =>
  (await call(url, null, '/auth/login', { email: emailOf(role), password: PASSWORD })).json.access_token

/** Ids of cases of one state from all ages: a load that asks for a few only would find them in the processor's cache. */
export async function ids(url, token, orders) {
  const found = []
  for (const sort of orders) {
    let after = ''
    for (let page = 0; page < 4; page += 1) {
      const { json } = await call(url, token, `/grievances?limit=100&sort=${sort}${after}`)
      found.push(...json.items.map((item) => item.id))
      if (!json.next) break
      after = `&after=${json.next}`
    }
  }
  return [...new Set(found)]
}
