import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { catalogues } from './build/catalogues.ts';
import { weight } from './build/weight.ts';

export default defineConfig(({ mode }) => ({
  // The page is embedded in the program and served from its own scheme.
  base: './',
  plugins: [svelte(), catalogues(), ...(mode === 'production' ? [weight()] : [])],
  resolve: mode === 'test' ? { conditions: ['browser'] } : {},
  build: {
    target: 'safari16',
    ...(mode === 'gallery'
      ? { outDir: 'gallery', rolldownOptions: { input: 'dev/gallery.html' } }
      : { outDir: 'dist' }),
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
