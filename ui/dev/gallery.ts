// Every state of the window without an engine: /dev/gallery.html?view=held&theme=dark&press=nav-holds,hold-row
import { mount, tick } from 'svelte';
import App from '../src/App.svelte';
import type { TillView } from '../src/backend/contract';
import { ScriptedBackend } from '../src/fixtures/scripted';
import * as views from '../src/fixtures/views';
import '../src/look/fonts.css';
import '../src/look/tokens.css';
import '../src/look/base.css';

const asked = new URLSearchParams(location.search);
const made = (views as Record<string, unknown>)[asked.get('view') ?? 'empty'];
const view = typeof made === 'function' ? (made as () => TillView)() : views.empty();
const change = JSON.parse(asked.get('change') ?? '{}') as Partial<TillView>;

document.documentElement.dataset['theme'] = asked.get('theme') ?? '';
const target = document.getElementById('window');
if (target) {
  mount(App, { target, props: { backend: new ScriptedBackend({ ...view, ...change }) } });
  await press((asked.get('press') ?? '').split(',').filter(Boolean));
}

async function press(marks: string[]): Promise<void> {
  for (const mark of marks) {
    await tick();
    await new Promise((go) => setTimeout(go, 60));
    document.querySelector<HTMLElement>(`[data-testid="${mark}"]`)?.click();
  }
}
