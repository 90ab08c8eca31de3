import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Chunk {
  file: string;
  css?: string[];
  assets?: string[];
  imports?: string[];
  dynamicImports?: string[];
}

export type BuildManifest = Record<string, Chunk>;

export const readManifest = (dist: string): BuildManifest =>
  JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));

/** Every chunk that must arrive before the given modules can run. */
export function withStaticImports(manifest: BuildManifest, modules: string[]): Chunk[] {
  const seen = new Set<string>();
  const visit = (id: string) => {
    if (seen.has(id)) return;
    const chunk = manifest[id];
    if (!chunk) throw new Error(`The build has no chunk for ${id}`);
    seen.add(id);
    chunk.imports?.forEach(visit);
  };
  modules.forEach(visit);
  return [...seen].map((id) => manifest[id] as Chunk);
}
