type Tree = { [key: string]: string | Tree };

export function flatten(tree: object, prefix = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tree as Tree).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[prefix + key, value]]
        : Object.entries(flatten(value, `${prefix}${key}.`)),
    ),
  );
}

export function splitPlural(key: string): { base: string; suffix?: string } {
  const [, base = key, suffix] = key.match(/^(.+)_(one|few|many|other)$/) ?? [];
  return { base, suffix };
}

interface Use {
  namespaces: string[];
  /** With `*` where the code fills in a part. */
  key: string;
}

/** The keys in calls of `t`, each with the namespaces that its file opens. */
export function usedKeys(source: string): Use[] {
  const opened = [...source.matchAll(/useTranslation\(([^)]*)\)/g)].map(([, names = '']) =>
    [...names.matchAll(/'([^']+)'/g)].map(([, name = '']) => name),
  );
  const namespaces = opened.flat().length > 0 ? opened.flat() : ['common'];
  if (opened.some((names) => names.length === 0)) namespaces.push('common');
  return [...source.matchAll(/\bt\(\s*(?:'([^']+)'|`([^`]+)`)/g)].map(([, literal, template]) => {
    const key = literal ?? (template ?? '').replace(/\$\{[^}]*\}/g, '*');
    const [, namespace, rest] = key.match(/^([\w-]+):(.+)$/) ?? [];
    return namespace && rest ? { namespaces: [namespace], key: rest } : { namespaces, key };
  });
}

const pattern = (key: string) =>
  new RegExp(`^${key.replace(/[.]/g, '\\.').replaceAll('*', '.+')}(_(one|few|many|other)|\\..+)?$`);

export const missing = (uses: Use[], known: Map<string, string[]>): string[] =>
  uses
    .filter(
      ({ namespaces, key }) =>
        !namespaces.some((name) =>
          known.get(name)?.some((candidate) => pattern(key).test(candidate)),
        ),
    )
    .map(({ namespaces, key }) => `${namespaces.join('|')}:${key}`);
