import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { catalogues, type Page } from './build/catalogues.ts';
import { weight } from './build/weight.ts';

// The till's window, the customer's display (a page of its own, so that neither waits for what the other needs), and the
// page of all states.
const PAGES: Record<string, object> = {
  customer: { outDir: 'dist', emptyOutDir: false, rolldownOptions: { input: 'customer.html' } },
  gallery: { outDir: 'gallery', rolldownOptions: { input: 'dev/gallery.html' } },
};

/** Whose words a page is built with. */
const WORDS: Record<string, Page> = { production: 'till', customer: 'customer' };

export default defineConfig(({ mode }) => ({
  // The page is embedded in the program and served from its own scheme.
  base: './',
  plugins: [svelte(), catalogues(WORDS[mode] ?? 'every'), ...(mode === 'production' ? [weight()] : [])],
  resolve: mode === 'test' ? { conditions: ['browser'] } : {},
  build: {
    target: 'safari16',
    ...(PAGES[mode] ?? { outDir: 'dist' }),
    sourcemap: false,
    // The content security policy knows no data: and no inline script.
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
  },
  // The catalogues stand beside the window, because the paper reads them too.
  server: { host: '127.0.0.1', port: 1420, strictPort: true, fs: { allow: ['..'] } },
  test: { environment: 'jsdom', include: ['tests/**/*.test.ts'], setupFiles: ['tests/english.ts'] },
}));
