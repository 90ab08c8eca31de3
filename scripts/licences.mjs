// Tells of every package that the server and the web app are built upon whose licence deny.toml does not allow.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const [, allow] = readFileSync('deny.toml', 'utf8').match(/^allow = \[([^\]]*)\]/m);
const ALLOWED = new Set([...allow.matchAll(/"([^"]+)"/g)].map(([, name]) => name));

/** Whether an SPDX expression can be met: one side of an OR, both of an AND. `/` is Cargo's old OR. */
function allowed(expression) {
  const tokens = expression.replaceAll('/', ' OR ').match(/[()]|[^\s()]+/g) ?? [];
  const eat = (token) => tokens[0] === token && tokens.shift() !== undefined;
  const either = () => {
    let met = both();
    while (eat('OR')) met = both() || met;
    return met;
  };
  const both = () => {
    let met = one();
    while (eat('AND')) met = one() && met;
    return met;
  };
  const one = () => {
    if (eat('(')) {
      const met = either();
      return eat(')') && met;
    }
    const name = tokens.shift();
    return ALLOWED.has(eat('WITH') ? `${name} WITH ${tokens.shift()}` : name);
  };
  return either() && tokens.length === 0;
}

/** The crates that end up in the server: neither for tests nor for other systems. */
function crates() {
  const args = ['metadata', '--locked', '--format-version=1', '--filter-platform=x86_64-unknown-linux-gnu'];
  const graph = JSON.parse(execFileSync('cargo', args, { maxBuffer: 2 ** 28, encoding: 'utf8' }));
  const nodes = new Map(graph.resolve.nodes.map((node) => [node.id, node]));
  const reached = new Set([graph.resolve.root]);
  for (const id of reached) {
    for (const { pkg, dep_kinds: kinds } of nodes.get(id).deps) {
      if (kinds.some(({ kind }) => kind !== 'dev')) reached.add(pkg);
    }
  }
  reached.delete(graph.resolve.root);
  return graph.packages.filter(({ id }) => reached.has(id));
}

/** The packages that end up in the web app. */
function modules() {
  const lock = JSON.parse(readFileSync('frontend/package-lock.json', 'utf8'));
  return Object.entries(lock.packages)
    .filter(([path, { dev }]) => path !== '' && !dev)
    .map(([path, { version, license }]) => ({ name: path.replace(/.*node_modules\//, ''), version, license }));
}

function judge(what, packages) {
  const refused = packages.filter(({ license }) => !license || !allowed(license));
  console.log(`${refused.length ? 'not ok' : 'ok'} licences of the ${packages.length} packages in the ${what}`);
  for (const { name, version, license } of refused) console.log(`  ${name} ${version}: ${license ?? 'none stated'}`);
  return refused.length === 0;
}

const judgements = [judge('server', crates()), judge('web app', modules())];
process.exitCode = judgements.every(Boolean) ? 0 : 1;
