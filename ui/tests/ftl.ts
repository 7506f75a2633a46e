// What stands in a catalogue, for the types of the window and for its tests.
import { parse, Visitor, type Pattern, type VariableReference } from '@fluent/syntax';

/** Each message, and each attribute as `id.attribute`, with the names of its variables. */
export type Found = Map<string, Set<string>>;

export function messagesOf(text: string): Found {
  const found: Found = new Map();
  for (const entry of parse(text, { withSpans: false }).body) {
    if (entry.type === 'Junk') throw new Error(`not Fluent: ${entry.content.slice(0, 200)}`);
    if (entry.type === 'Message') {
      const id = entry.id.name;
      if (found.has(id)) throw new Error(`twice: ${id}`);
      if (entry.value) found.set(id, variablesOf(entry.value));
      for (const attribute of entry.attributes) {
        found.set(`${id}.${attribute.id.name}`, variablesOf(attribute.value));
      }
    }
  }
  return found;
}

export function typed(found: Found): string {
  const lines = [...found].map(([id, names]) => {
    const members = [...names].sort().map((name) => `${name}: string | number`);
    return `  '${id}': ${members.length === 0 ? 'null' : `{ ${members.join('; ')} }`};\n`;
  });
  const head = '// Made from languages/en.ftl by `npm run messages`. Do not edit.\n\n';
  return `${head}/** Each message and what it takes. */\nexport interface Messages {\n${lines.join('')}}\n`;
}

class Variables extends Visitor {
  readonly names = new Set<string>();

  override visitVariableReference(node: VariableReference): void {
    this.names.add(node.id.name);
  }
}

function variablesOf(pattern: Pattern): Set<string> {
  const variables = new Variables();
  variables.visit(pattern);
  return variables.names;
}
