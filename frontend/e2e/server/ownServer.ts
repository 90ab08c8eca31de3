import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** `scripts/with-server` names the program that it runs. */
const program = process.env.MASLAHAT_BINARY ?? '';

const freePort = () =>
  new Promise<number>((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => found(typeof address === 'object' && address ? address.port : 0));
    });
  });

export interface NewAccount {
  email: string;
  name: string;
  role: string;
  password: string;
}

/** A server as it is where people work, without the demonstration; the accounts are made on its console. */
export async function startServer(accounts: NewAccount[]) {
  const data = mkdtempSync(join(tmpdir(), 'maslahat-own-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    MASLAHAT_DATA: data,
    MASLAHAT_DATABASE_URL: '',
    MASLAHAT_LISTEN: `127.0.0.1:${port}`,
    MASLAHAT_PUBLIC_URL: url,
    MASLAHAT_WEB: resolve('dist'),
    MASLAHAT_DEMO: 'false',
  };
  for (const { email, name, role, password } of accounts) {
    const words = ['--email', email, '--name', name, '--role', role, '--organisation', 'Ынтымак'];
    execFileSync(program, ['user', 'add', ...words], { env, input: `${password}\n` });
  }
  const server = spawn(program, ['serve'], { env, stdio: 'ignore' });
  const ready = () =>
    fetch(`${url}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  for (let tries = 0; !(await ready()); tries += 1) {
    if (tries > 300) throw new Error('The server did not start');
    await new Promise((later) => setTimeout(later, 100));
  }
  const stop = () => {
    server.kill('SIGKILL');
    rmSync(data, { recursive: true, force: true });
  };
  return { url, stop };
}
