import { flushSync, mount, tick, unmount } from 'svelte';
import { afterEach, vi } from 'vitest';
import App from '../src/App.svelte';
import type { TillView } from '../src/backend/contract';
import { ScriptedBackend } from '../src/fixtures/scripted';
import type { SettingsPart } from '../src/settings/parts';

// The window loads them behind its first picture; here they are there before anybody presses.
await import('../src/settings/Settings.svelte');
await import('../src/reports/Reports.svelte');
await import('../src/reconcile/Reconcile.svelte');

// jsdom draws nothing, so it has neither of these; a picture without a size is not drawn.
vi.stubGlobal(
  'ResizeObserver',
  class {
    observe(): void {
      return;
    }
    disconnect(): void {
      return;
    }
  },
);
Element.prototype.scrollIntoView = (): void => undefined;
vi.stubGlobal('matchMedia', (media: string) => Object.assign(new EventTarget(), { media, matches: false }));

/** The whole window on a scripted engine, driven by what people see and press. */
export class Till {
  readonly engine: ScriptedBackend;
  readonly #app: Record<string, unknown>;

  private constructor(first: TillView) {
    this.engine = new ScriptedBackend(first);
    const target = document.createElement('div');
    document.body.append(target);
    this.#app = mount(App, { target, props: { backend: this.engine } });
  }

  static async open(first: TillView): Promise<Till> {
    const till = new Till(first);
    opened.add(till);
    await till.settle();
    return till;
  }

  async close(): Promise<void> {
    opened.delete(this);
    await unmount(this.#app);
    document.body.replaceChildren();
  }

  /** Everything that the last step set going has been drawn. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < 8; turn += 1) {
      await tick();
      await Promise.resolve();
    }
    flushSync();
  }

  async show(view: TillView): Promise<void> {
    this.engine.show(view);
    await this.settle();
  }

  find(mark: string): HTMLElement | null {
    return document.querySelector<HTMLElement>(`[data-testid="${mark}"]`);
  }

  all(mark: string): HTMLElement[] {
    return [...document.querySelectorAll<HTMLElement>(`[data-testid="${mark}"]`)];
  }

  get(mark: string): HTMLElement {
    const element = this.find(mark);
    if (!element) throw new Error(`nothing on the screen is marked ${mark}`);
    return element;
  }

  field(mark: string): HTMLInputElement {
    return this.get(mark) as HTMLInputElement;
  }

  text(mark: string): string {
    return this.get(mark).textContent.replace(/\s+/g, ' ').trim();
  }

  /** The mark that has the cursor. */
  cursor(): string | null {
    return document.activeElement?.getAttribute('data-testid') ?? null;
  }

  isArmed(mark: string): boolean {
    return this.get(mark).getAttribute('aria-disabled') === 'false';
  }

  async type(mark: string, text: string): Promise<void> {
    const field = this.field(mark);
    field.focus();
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await this.settle();
  }

  /** A key on whatever has the cursor. Enter in a form submits it, on a button presses it, as a webview does. */
  async key(key: string, extra: KeyboardEventInit & { at?: number } = {}): Promise<KeyboardEvent> {
    const active = document.activeElement ?? document.body;
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...extra });
    if (extra.at !== undefined) Object.defineProperty(event, 'timeStamp', { value: extra.at });
    active.dispatchEvent(event);
    if (!event.defaultPrevented && key === 'Enter') {
      if (active instanceof HTMLInputElement) active.form?.requestSubmit();
      else if (active instanceof HTMLButtonElement) active.click();
    }
    await this.settle();
    return event;
  }

  /** Opens a part of the settings. */
  async settings(part: SettingsPart): Promise<void> {
    await this.press('nav-settings');
    await this.press(`settings-part-${part}`);
  }

  async press(mark: string): Promise<void> {
    this.get(mark).click();
    await this.settle();
  }
}

const opened = new Set<Till>();

afterEach(async () => {
  for (const till of opened) await till.close();
});
