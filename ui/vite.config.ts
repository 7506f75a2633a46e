import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig(({ mode }) => ({
  // The page is embedded in the program and served from its own scheme.
  base: './',
  plugins: [svelte()],
  resolve: mode === 'test' ? { conditions: ['browser'] } : {},
  build: {
    target: 'safari16',
    outDir: 'dist',
    sourcemap: false,
    // The content security policy knows no data: and no inline script.
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
  },
  server: { host: '127.0.0.1', port: 1420, strictPort: true },
  test: { environment: 'jsdom', include: ['tests/**/*.test.ts'] },
}));
