import {
  FluentBundle,
  FluentNumber,
  FluentResource,
  type FluentValue,
  type FluentVariable,
} from '@fluent/bundle';
import type { KeyAction } from '../backend/contract';
import { keyName } from './key_names.svelte';

/** What is put into a message: texts are written out already, numbers choose its form and are written plainly. */
export type Particulars = Record<string, string | number>;

/** What the first picture says, and what the screens say that come behind it: cut apart by `build/catalogues.ts`. */
const first = import.meta.glob<string>('../../../languages/*.ftl', { query: '?first', import: 'default' });
const later = import.meta.glob<string>('../../../languages/*.ftl', { query: '?later', import: 'default' });

/** The language of the source; every other catalogue is held against it by the tests. */
export const FIRST = 'en';

/** The names of the catalogues there are. */
export const languages: string[] = Object.keys(first).map(nameOf).sort();

/** PhonePe's ids, amounts and times are written in one way in every language: Latin figures, no grouping of our own. */
const PLAIN = { useGrouping: false, numberingSystem: 'latn' } as Intl.NumberFormatOptions;

let spoken = '';
let bundle = new FluentBundle(FIRST);
/** Messages without particulars, written out once; not those that name a key, because its name may change. */
let written = new Map<string, string>();
let keysNamed = 0;

/** The language of the catalogue in use; empty before the first one. */
export function language(): string {
  return spoken;
}

let whole: Promise<void> = Promise.resolve();

/**
 * Loads a language and speaks it from then on; one that there is not leaves the window in the one it has, or the first.
 * The first language of all is spoken as soon as the first picture can be; a change waits for all of it.
 */
export async function speak(wanted: string): Promise<void> {
  const name = languages.includes(wanted) ? wanted : spoken || FIRST;
  if (name === spoken) return;
  const path = `../../../languages/${name}.ftl`;
  const [load, loadRest] = [first[path], later[path]];
  if (!load || !loadRest) return;
  if (spoken === '') {
    adopt(name, await load());
    whole = loadRest().then((rest) => {
      if (spoken === name) add(rest);
    });
  } else {
    adopt(name, ...(await Promise.all([load(), loadRest()])));
  }
}

/** A screen that comes behind the first picture, with its words. */
export async function withWords<Screen>(screen: Promise<Screen>): Promise<Screen> {
  await whole;
  return screen;
}

/** Speaks these pieces of a catalogue. */
export function adopt(name: string, ...texts: string[]): void {
  // All scripts here run from left to right, and what is read by tests and screen readers has no marks between.
  bundle = new FluentBundle(name, { useIsolating: false, functions: { KEY: nameOfKey } });
  texts.forEach(add);
  written = new Map();
  spoken = name;
  document.documentElement.lang = name;
}

function add(text: string): void {
  for (const fault of bundle.addResource(new FluentResource(text))) throw fault;
}

/** A message, or an attribute of one as `id.attribute`; `null` if there is none. */
export function find(id: string, particulars?: Particulars): string | null {
  const known = particulars ? undefined : written.get(id);
  if (known !== undefined) return known;
  const [name = id, attribute] = id.split('.');
  const message = bundle.getMessage(name);
  const pattern = attribute === undefined ? message?.value : message?.attributes[attribute];
  if (pattern === null || pattern === undefined) return null;
  const before = keysNamed;
  const text = bundle.formatPattern(pattern, particulars && asFluent(particulars), []);
  if (!particulars && keysNamed === before) written.set(id, text);
  return text;
}

/** `{ KEY("money") }`: a sentence stays true when a key is given to something else. */
function nameOfKey([action]: FluentValue[]): string {
  keysNamed += 1;
  return keyName(String(action) as KeyAction);
}

function asFluent(particulars: Particulars): Record<string, FluentVariable> {
  const plain = Object.entries(particulars).map(([name, value]) => [
    name,
    typeof value === 'number' ? new FluentNumber(value, PLAIN) : value,
  ]);
  return Object.fromEntries(plain) as Record<string, FluentVariable>;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1, -'.ftl'.length);
}
