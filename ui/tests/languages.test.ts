import { describe, expect, it } from 'vitest';
import type { ErrorCode, NoticeCode, WhyCode } from '../src/backend/contract';
import { pieces } from '../build/catalogues';
import { saidIn, withImports } from '../build/said';
import { FIRST, languages } from '../src/words/catalogue';
import { messagesOf, typed } from './ftl';

const files = import.meta.glob<string>('../../languages/*.ftl', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const contract = import.meta.glob<string>('../src/contract/*.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const sources = import.meta.glob<string>(
  ['../src/**/*.{ts,svelte}', '!../src/words/gen/**', '!../src/contract/**'],
  {
    query: '?raw',
    import: 'default',
    eager: true,
  },
);
const text = (name: string): string => files[`../../languages/${name}.ftl`] ?? '';
const first = messagesOf(text('en'));

describe('the catalogues', () => {
  it('are typed as English has them (write it anew with `npm run messages`)', async () => {
    await expect(typed(first)).toMatchFileSnapshot('../src/words/gen/messages.ts');
  });

  it.each(languages.filter((name) => name !== FIRST))('%s has every message, and no other', (name) => {
    const found = messagesOf(text(name));
    expect([...first.keys()].filter((id) => !found.has(id))).toEqual([]);
    expect([...found.keys()].filter((id) => !first.has(id))).toEqual([]);
    for (const [id, variables] of first) {
      expect([id, ...[...(found.get(id) ?? [])].sort()]).toEqual([id, ...[...variables].sort()]);
    }
  });

  it('have no message that the window never says', () => {
    const page = Object.values(sources).join('\n');
    const said = saidIn(page);
    // The paper has its own, which the window does not say.
    expect([...first.keys()].filter((id) => !id.startsWith('paper-') && !said(id))).toEqual([]);
  });

  it('are cut in two so that no module of the first picture says what comes later', async () => {
    const texts = new Map(
      Object.entries(sources).map(([path, source]) => [path.replace('../', '/'), source]),
    );
    const read = (path: string): Promise<string | null> => Promise.resolve(texts.get(path) ?? null);
    const early = await withImports('/src/main.ts', read);
    expect(early.has('/src/till/Pay.svelte')).toBe(true);
    expect(early.has('/src/settings/Settings.svelte')).toBe(false);
    const isFirst = saidIn([...early.values()].join('\n'));
    for (const name of languages) {
      const { first: now, later } = pieces(text(name), isFirst);
      const [early, late] = [messagesOf(now), messagesOf(later)];
      expect([...late.keys()].filter(isFirst).filter((id) => !id.includes('.'))).toEqual([]);
      expect([...early.keys(), ...late.keys()].filter((id) => id.startsWith('paper-'))).toEqual([]);
      const papers = [...first.keys()].filter((id) => id.startsWith('paper-'));
      expect(early.size + late.size + papers.length).toBe(first.size);
    }
  });

  it('have a sentence for each code that the contract has', () => {
    const missing = [
      ...codes<ErrorCode>('ErrorCode').map((code) => `error-${code}`),
      ...codes<WhyCode>('WhyCode').flatMap((code) => [`why-${code}`, `why-${code}.unlock`]),
      ...codes<NoticeCode>('NoticeCode').flatMap((code) => [`notices-${code}`, `notices-${code}.next`]),
    ].filter((id) => !first.has(id));
    expect(missing).toEqual([]);
  });
});

/** The members of a generated union of strings. */
function codes<Code extends string>(name: string): Code[] {
  const made = contract[`../src/contract/${name}.ts`] ?? '';
  const members = /export type \w+ = ([^;]+);/.exec(made)?.[1] ?? '';
  const found = [...members.matchAll(/"(\w+)"/g)].map((match) => match[1] as Code);
  expect(found.length).toBeGreaterThan(5);
  return found;
}
