// A language is one file in `languages/`, and comes into the window in two pieces: `?first` has the messages of what is
// loaded with the page, `?later` those of the screens that are loaded behind its first picture. What only the paper says
// is in neither. Nobody keeps a list: a message is in the first piece if a module of the first picture says it.
import { parse, serialize, Resource, Visitor, type Message, type MessageReference } from '@fluent/syntax';
import type { Plugin } from 'vite';
import { saidIn, withImports } from './said.ts';

const MAIN = new URL('../src/main.ts', import.meta.url).pathname;

export function catalogues(): Plugin {
  let isFirst: Promise<(id: string) => boolean> | null = null;
  return {
    name: 'catalogues',
    buildStart: () => void (isFirst = null),
    async load(id) {
      const [, path, piece] = /^(.*\.ftl)\?(first|later)$/.exec(id) ?? [];
      if (!path || (piece !== 'first' && piece !== 'later')) return null;
      const read = (file: string): Promise<string | null> =>
        this.fs.readFile(file, { encoding: 'utf8' }).catch(() => null);
      isFirst ??= withImports(MAIN, read).then((found) => saidIn([...found.values()].join('\n')));
      const text = await this.fs.readFile(path, { encoding: 'utf8' });
      return `export default ${JSON.stringify(pieces(text, await isFirst)[piece])}`;
    },
  };
}

/** A catalogue without its comments, cut in two. */
export function pieces(text: string, isFirst: (id: string) => boolean): { first: string; later: string } {
  const messages = parse(text, { withSpans: false }).body.filter((entry) => entry.type === 'Message');
  const first = new Set(messages.filter((message) => idsOf(message).some(isFirst)));
  // What a message of the first piece speaks of comes with it.
  for (const message of first)
    for (const id of named(message)) for (const other of messages) if (other.id.name === id) first.add(other);
  const later = messages.filter((message) => !first.has(message) && !message.id.name.startsWith('paper-'));
  return { first: written([...first]), later: written(later) };
}

function idsOf(message: Message): string[] {
  return [message.id.name, ...message.attributes.map(({ id }) => `${message.id.name}.${id.name}`)];
}

function written(messages: Message[]): string {
  for (const message of messages) message.comment = null;
  return serialize(new Resource(messages), {});
}

function named(message: Message): string[] {
  const names: string[] = [];
  class Named extends Visitor {
    override visitMessageReference(node: MessageReference): void {
      names.push(node.id.name);
    }
  }
  new Named().visit(message);
  return names;
}
