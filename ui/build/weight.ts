// What the window loads to be usable, in each language, may weigh so much; a build that is heavier fails.
import type { Plugin } from 'vite';

const MOST_BYTES = 120_000;

export function weight(): Plugin {
  return {
    name: 'weight',
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const weigh = async (name: string): Promise<number> => {
          const file = bundle[name];
          if (!file) return 0;
          const packed = new Blob([file.type === 'chunk' ? file.code : (file.source as BlobPart)])
            .stream()
            .pipeThrough(new CompressionStream('gzip'));
          return (await new Response(packed).arrayBuffer()).byteLength;
        };
        const opened = new Set<string>();
        const open = (name: string): void => {
          const file = bundle[name];
          if (file?.type !== 'chunk' || opened.has(name)) return;
          opened.add(name);
          file.imports.forEach(open);
        };
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        for (const { isEntry, fileName } of chunks) if (isEntry) open(fileName);
        const looks = Object.keys(bundle).filter((name) => /\.(css|html)$/.test(name));
        const all = await Promise.all([...opened, ...looks].map(weigh));
        const shared = all.reduce((sum, bytes) => sum + bytes, 0);
        for (const { facadeModuleId, fileName } of chunks) {
          const [, language] = /(\w+)\.ftl\?first$/.exec(facadeModuleId ?? '') ?? [];
          if (!language) continue;
          const bytes = shared + (await weigh(fileName));
          const told = `${language}: ${(bytes / 1000).toFixed(1)} kB gzip until the window is usable`;
          if (bytes > MOST_BYTES) this.error(`${told}, more than ${MOST_BYTES / 1000}`);
          this.info(told);
        }
      },
    },
  };
}
