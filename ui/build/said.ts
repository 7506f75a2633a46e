// Which messages a set of sources says: for the check that none is left over, and for the cut of the catalogues.

/** Whether sources name a message, in one piece or by a form like `error-${code}`. */
export function saidIn(text: string): (id: string) => boolean {
  const named = new Set([...text.matchAll(/'([a-zA-Z][\w.-]*)'/g)].map((match) => match[1]));
  const made = [...text.matchAll(/`([a-z][^`\s]*\$\{[^`\s]*)`/g)].map((match) => {
    const parts = (match[1] ?? '').split(/\$\{(?:[^{}]|\{[^{}]*\})*\}/);
    return new RegExp(`^${parts.map((part) => part.replaceAll('.', '\\.')).join('[\\w.]+')}$`);
  });
  return (id) => named.has(id) || made.some((form) => form.test(id));
}

/**
 * The texts of a module and of all that it imports at once, by their paths. What comes by `import(…)` is not among them.
 * `read` answers `null` for a file that there is not.
 */
export async function withImports(
  entry: string,
  read: (path: string) => Promise<string | null>,
  seen = new Map<string, string>(),
): Promise<Map<string, string>> {
  const text = seen.has(entry) ? null : await read(entry);
  if (text === null) return seen;
  seen.set(entry, text);
  for (const [, path = ''] of text.matchAll(/^\s*(?:import|export)\s(?!type\s)[^;]*?from '(\.[^']+)';/gm)) {
    const file = new URL(path, `file://${entry}`).pathname;
    // `./session.svelte` is a component, or else the module `session.svelte.ts`.
    for (const one of [file, `${file}.ts`])
      if (/\.(svelte|ts)$/.test(one)) await withImports(one, read, seen);
  }
  return seen;
}
