import { parse, Visitor, type Pattern, type Placeable } from '@fluent/syntax';
import { describe, expect, it } from 'vitest';
import { keys } from '../src/fixtures/preferences';

// The cashier's guide says nothing that the window does not say: `**…**` is what stands on the screen, word for word.
const guides = import.meta.glob<string>('../../docs/guide/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const languages = import.meta.glob<string>('../../languages/*.ftl', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const guide = (name: string): string => guides[`../../docs/guide/${name}.md`] ?? '';
const names = Object.keys(guides).map((path) => path.replace(/^.*\/|\.md$/g, ''));

/** What is bold and stands on no screen: how a label looks. */
const NOT_ON_A_SCREEN = ['like this', 'इस तरह'];

class Forms extends Visitor {
  readonly found: RegExp[] = [];

  override visitPattern(node: Pattern): void {
    const whole = node.elements.map((one) => (one.type === 'Placeable' ? filled(one) : escaped(one.value)));
    const sentences = whole.join('').split(/(?<=[.।?])\s+/);
    for (const form of [whole.join(''), ...sentences]) {
      // A form of variables alone would allow everything.
      if (/[\p{L}\p{M}]{2}/u.test(form.replaceAll(ANYTHING, '')))
        this.found.push(new RegExp(`^${form.trim()}$`, 'u'));
    }
    this.genericVisit(node);
  }
}

const ANYTHING = '(?:.+)';
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A key stands in a sentence by its usual name, everything else may be anything. */
function filled(one: Placeable): string {
  if (one.expression.type !== 'FunctionReference') return ANYTHING;
  const [action] = one.expression.arguments.positional;
  const usual = keys().find((key) => action?.type === 'StringLiteral' && key.action === action.value);
  return usual ? escaped(usual.key) : ANYTHING;
}

function saidIn(language: string): RegExp[] {
  const forms = new Forms();
  forms.visit(parse(languages[`../../languages/${language}.ftl`] ?? '', { withSpans: false }));
  return forms.found;
}

const sections = (text: string): string[] =>
  [...text.matchAll(/^## (\d+)\./gm)].map((match) => match[1] ?? '');
const pictures = (text: string): string[] =>
  [...text.matchAll(/\]\(([\w/-]+\.png)\)|^## (\d+)/gm)].map(
    (match) => match[1]?.replace(/^\w+\//, '') ?? `§${match[2]}`,
  );

describe('the cashier’s guide', () => {
  it.each(names)('in %s quotes only what the window says in that language', (name) => {
    const said = saidIn(name);
    const quoted = [...guide(name).matchAll(/\*\*([^*]+)\*\*/g)].map((match) =>
      (match[1] ?? '').replace(/\s+/g, ' '),
    );
    expect(quoted.length).toBeGreaterThan(80);
    const invented = quoted.filter(
      (label) => !NOT_ON_A_SCREEN.includes(label) && !said.some((form) => form.test(label)),
    );
    expect(invented).toEqual([]);
  });

  it('has the same sections and pictures in every language, each with its own pictures', () => {
    expect(names).toEqual(['en', 'hi']);
    for (const name of names) {
      expect(sections(guide(name))).toEqual(sections(guide('en')));
      expect(pictures(guide(name))).toEqual(pictures(guide('en')));
      const own = [...guide(name).matchAll(/\]\(([\w/-]+\.png)\)/g)].every((match) =>
        match[1]?.startsWith(`${name}/`),
      );
      expect(own, name).toBe(true);
    }
  });

  it.each(names)('in %s names every key as it is given from the box', (name) => {
    const rows = [...guide(name).matchAll(/^\| `([^`]+)` \| \*\*([^*]+)\*\* \|$/gm)];
    const told = rows.map((row) => row[1]);
    expect(told).toEqual([...keys().map((key) => key.key), 'Esc', 'Enter']);
  });
});
