import { describe, expect, it } from 'vitest';
import type { ErrorCode, NoticeCode, WhyCode } from '../src/backend/contract';
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
    const named = new Set([...page.matchAll(/'([a-zA-Z][\w.-]*)'/g)].map((match) => match[1]));
    const made = [...page.matchAll(/`([a-z][^`\s]*\$\{[^`\s]*)`/g)].map((match) => {
      const parts = (match[1] ?? '').split(/\$\{(?:[^{}]|\{[^{}]*\})*\}/);
      return new RegExp(`^${parts.map((part) => part.replaceAll('.', '\\.')).join('[\\w.]+')}$`);
    });
    const said = (id: string): boolean => named.has(id) || made.some((form) => form.test(id));
    // The paper has its own, which the window does not say.
    expect([...first.keys()].filter((id) => !id.startsWith('paper-') && !said(id))).toEqual([]);
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
