// Reads a calendar as Thunderbird does, by its own library, and writes it as JSON: `node calendar.mjs < calendar.ics`. Fails
// on what RFC 5545 forbids: lines that are too long, a property that is missing, or there twice, or means nothing.
import assert from 'node:assert'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(new URL('../../target/peers/', import.meta.url))
const ICAL = require('ical.js').default ?? require('ical.js')

const bytes = readFileSync(0)
const text = bytes.toString('utf8')
assert(text.endsWith('\r\n') && !/[^\r]\n/.test(text), 'lines end with CR LF')
for (const line of text.split('\r\n')) {
  assert(Buffer.byteLength(line) <= 75, `a line of more than 75 octets: ${line}`)
}

/** As often as the standard lets a property be there (3.4, 3.6.1). */
function counted(component, once, atMostOnce) {
  for (const name of once) {
    assert.equal(component.getAllProperties(name).length, 1, name)
  }
  for (const name of atMostOnce) {
    assert(component.getAllProperties(name).length <= 1, name)
  }
}

const parsed = ICAL.parse(text)
assert.equal(parsed[0], 'vcalendar')
const calendar = new ICAL.Component(parsed)
counted(calendar, ['version', 'prodid'], ['calscale', 'method', 'name', 'refresh-interval'])
assert.equal(calendar.getFirstPropertyValue('version'), '2.0')

const words = {
  status: ['TENTATIVE', 'CONFIRMED', 'CANCELLED'],
  class: ['PUBLIC', 'PRIVATE', 'CONFIDENTIAL'],
}

const events = calendar.getAllSubcomponents('vevent').map((component) => {
  const optional = ['class', 'location', 'last-modified', 'sequence', 'status', 'summary', 'url']
  counted(component, ['uid', 'dtstamp', 'dtstart', 'dtend'], optional)
  for (const [name, known] of Object.entries(words)) {
    const value = component.getFirstPropertyValue(name)
    assert(value === null || known.includes(value), `${name} is ${value}`)
  }
  const event = new ICAL.Event(component, { strictExceptions: true })
  assert(event.endDate.compare(event.startDate) > 0, 'it ends after it begins')
  const value = (name) => component.getFirstPropertyValue(name)
  return {
    uid: event.uid,
    summary: event.summary,
    location: event.location,
    starts_at: event.startDate.toJSDate().toISOString().replace('.000Z', 'Z'),
    ends_at: event.endDate.toJSDate().toISOString().replace('.000Z', 'Z'),
    sequence: event.sequence,
    status: value('status'),
    class: value('class'),
    url: value('url'),
  }
})
assert.equal(new Set(events.map(({ uid }) => uid)).size, events.length, 'every uid is there once')
process.stdout.write(JSON.stringify({ name: calendar.getFirstPropertyValue('name'), events }))
