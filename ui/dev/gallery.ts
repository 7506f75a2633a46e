// Every state of the window without an engine: /dev/gallery.html?state=held&theme=dark&language=hi
import { mount, tick, unmount } from 'svelte';
import App from '../src/App.svelte';
import { ScriptedBackend } from '../src/fixtures/scripted';
import type { Step } from '../src/fixtures/state';
import { states } from '../src/fixtures/states';
import { FIRST, languages, speak } from '../src/words/catalogue';
import '../src/look/fonts.css';
import '../src/look/tokens.css';
import '../src/look/base.css';

const target = document.createElement('div');
target.id = 'window';
document.body.append(target);
let shown: Record<string, unknown> | null = null;

/** Draws a state, and answers when it stands there. */
async function show(name: string, theme = '', language = FIRST): Promise<void> {
  const state = states[name];
  if (!state) throw new Error(`no such state: ${name}`);
  if (shown) await unmount(shown);
  await speak(language);
  document.documentElement.dataset['theme'] = theme;
  const view = state.view();
  const chosen = { ...view.preferences.chosen, language };
  const backend = new ScriptedBackend({ ...view, preferences: { ...view.preferences, chosen } });
  state.answers?.(backend);
  shown = mount(App, { target, props: { backend } });
  for (const step of state.press ?? []) await take(step);
  await still();
  await document.fonts.ready;
}

async function take(step: Step): Promise<void> {
  if (typeof step === 'string') return (await until(step)).click();
  const [mark, given] = step;
  const element = await until(mark);
  if (!(element instanceof HTMLInputElement)) {
    element.dispatchEvent(new KeyboardEvent('keydown', { key: given, bubbles: true, cancelable: true }));
  } else if (element.type === 'file') {
    const files = new DataTransfer();
    files.items.add(new File([given], 'prices of November.csv', { type: 'text/csv' }));
    element.files = files.files;
    element.dispatchEvent(new Event('change', { bubbles: true }));
  } else {
    element.focus();
    element.value = given;
    element.dispatchEvent(new Event('input', { bubbles: true }));
  }
  await still();
}

/** What is to be pressed comes with the answer to the press before. */
async function until(mark: string): Promise<HTMLElement> {
  for (let frame = 0; frame < 120; frame += 1) {
    const found = target.querySelector<HTMLElement>(`[data-testid="${mark}"]`);
    if (found) return found;
    await new Promise(requestAnimationFrame);
  }
  throw new Error(`${mark} does not come`);
}

async function still(): Promise<void> {
  await tick();
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
}

const asked = new URLSearchParams(location.search);
await show(asked.get('state') ?? 'empty', asked.get('theme') ?? '', asked.get('language') ?? FIRST);
Object.assign(window, { gallery: { show, states: Object.keys(states), languages } });
