// A real SMTP server for the tests of mail: `node mail.mjs PORT FOLDER [KEY CERTIFICATE]`.
//
// What it took, or saw and did not take, is a line of JSON each in FOLDER/seen.jsonl. How it answers is in
// FOLDER/behaviour.json, read anew each time: `{"rcpt": 451}` refuses recipients with that number, `{"data": 550}` texts,
// `{"auth": 535}` sign-ins; `{"stall": true}` takes a text and never answers, `{"cut": true}` cuts the connection instead.
import { appendFileSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(new URL('../../target/peers/', import.meta.url))
const { SMTPServer } = require('smtp-server')

const [port, folder, key, certificate] = process.argv.slice(2)

function behaviour() {
  try {
    return JSON.parse(readFileSync(`${folder}/behaviour.json`, 'utf8'))
  } catch {
    return {}
  }
}

function refusal(code) {
  return Object.assign(new Error('as the test wishes'), { responseCode: code })
}

const sockets = new Set()

const server = new SMTPServer({
  name: 'test.example',
  secure: Boolean(key) && behaviour().starttls !== true,
  ...(key && { key: readFileSync(key), cert: readFileSync(certificate) }),
  hideSTARTTLS: !key,
  authOptional: true,
  disableReverseLookup: true,
  allowInsecureAuth: true,
  closeTimeout: 1000,
  onAuth({ username, password }, _, done) {
    const { auth } = behaviour()
    if (auth || username !== 'maslahat' || password !== 'a password') {
      done(refusal(auth ?? 535))
    } else {
      done(null, { user: username })
    }
  },
  onRcptTo(_, __, done) {
    const { rcpt } = behaviour()
    done(rcpt ? refusal(rcpt) : null)
  },
  onData(stream, session, done) {
    const parts = []
    stream.on('data', (part) => parts.push(part))
    stream.on('end', () => {
      const { data, stall, cut } = behaviour()
      const { mailFrom, rcptTo } = session.envelope
      const seen = {
        from: mailFrom.address,
        to: rcptTo.map((one) => one.address),
        user: session.user ?? null,
        secure: session.secure,
        taken: !(data || stall || cut),
        text: Buffer.concat(parts).toString('latin1'),
      }
      appendFileSync(`${folder}/seen.jsonl`, `${JSON.stringify(seen)}\n`)
      if (cut) {
        sockets.forEach((socket) => socket.destroy())
      } else if (!stall) {
        done(data ? refusal(data) : null)
      }
    })
  },
})

server.server.on('connection', (socket) => sockets.add(socket))
// A reader that goes away in the middle is part of the tests.
server.on('error', () => {})
server.listen(Number(port), '127.0.0.1')
