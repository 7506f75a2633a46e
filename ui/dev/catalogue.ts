// Each page is built with the messages that it says: the till's window has none of paper and of the customer's display,
// and the display none but its own. Comments stay in the repository.
import type { Plugin } from 'vite';

/** Who says a message, by the beginning of its name. */
export type Page = 'till' | 'customer';

/** What is left of a catalogue for a page. A message begins with its name at the start of a line. */
export function messagesFor(page: Page, catalogue: string): string {
  const parts = catalogue.split(/\n(?=[a-z#-])/);
  return parts.filter((part) => isFor(page, part)).join('\n');
}

function isFor(page: Page, part: string): boolean {
  if (part.startsWith('#')) return false;
  // Terms stay.
  if (!/^[a-z]/.test(part)) return true;
  if (page === 'customer') return part.startsWith('shown-');
  return !part.startsWith('shown-') && !part.startsWith('paper-');
}

/** What Vite makes of a file that is asked for as text. */
const AS_TEXT = /^export default (".*")/s;

/** Leaves the rest out of the page that is built. */
export function wordsOf(page: Page): Plugin {
  return {
    name: 'words-of-the-page',
    transform(code, id) {
      const text = id.endsWith('.ftl?raw') ? AS_TEXT.exec(code)?.[1] : undefined;
      if (text === undefined) return null;
      const left = messagesFor(page, JSON.parse(text) as string);
      return { code: `export default ${JSON.stringify(left)}`, map: null };
    },
  };
}
