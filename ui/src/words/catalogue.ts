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

const files = import.meta.glob<string>('../../../languages/*.ftl', { query: '?raw', import: 'default' });

/** The language of the source; every other catalogue is held against it by the tests. */
export const FIRST = 'en';

/** The names of the catalogues there are. */
export const languages: string[] = Object.keys(files).map(nameOf).sort();

/** A language by its own name: whoever looks for it can read no other. */
export function nameOfLanguage(name: string): string {
  return new Intl.DisplayNames([name], { type: 'language' }).of(name) ?? name;
}

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

/** Loads a language and speaks it from then on; one that there is not leaves the window in the one it has, or the first. */
export async function speak(wanted: string): Promise<void> {
  const name = languages.includes(wanted) ? wanted : spoken || FIRST;
  if (name === spoken) return;
  const load = files[`../../../languages/${name}.ftl`];
  if (load) adopt(name, await load());
}

/** Speaks this catalogue. */
export function adopt(name: string, text: string): void {
  // All scripts here run from left to right, and what is read by tests and screen readers has no marks between.
  bundle = new FluentBundle(name, { useIsolating: false, functions: { KEY: nameOfKey } });
  for (const fault of bundle.addResource(new FluentResource(text))) throw fault;
  written = new Map();
  spoken = name;
  document.documentElement.lang = name;
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
