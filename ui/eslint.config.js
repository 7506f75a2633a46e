import { defineConfig } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import tseslint from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

// Text from outside stays text, and only src/backend speaks to the shell.
const onlyTheBackend = [
  'error',
  {
    patterns: [
      { group: ['@tauri-apps/*'], message: 'Only src/backend may speak to the shell.' },
      { group: ['**/fixtures/*'], message: 'Fixtures are for tests and the gallery.' },
    ],
  },
];

export default defineConfig(
  { ignores: ['dist/', 'gallery/', 'node_modules/', 'src/contract/'] },
  {
    files: ['**/*.{ts,svelte}'],
    extends: [tseslint.configs.strictTypeChecked, svelte.configs.recommended],
    languageOptions: {
      parserOptions: {
        projectService: true,
        extraFileExtensions: ['.svelte'],
        parser: tseslint.parser,
        svelteConfig,
      },
    },
    rules: {
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-console': 'error',
      'prefer-const': 'error',
      'no-restricted-imports': onlyTheBackend,
      'svelte/no-at-html-tags': 'error',
      // The content security policy refuses a style attribute; a style directive goes through the CSSOM.
      'no-restricted-syntax': [
        'error',
        { selector: 'SvelteAttribute[key.name="style"]', message: 'No style attribute.' },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // `void view.revision` is how an effect says what it waits for.
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  { files: ['**/*.svelte'], rules: { 'prefer-const': 'off', 'svelte/prefer-const': 'error' } },
  {
    files: ['src/backend/**', 'src/fixtures/**', 'tests/**', 'dev/**'],
    rules: { 'no-restricted-imports': 'off' },
  },
);
