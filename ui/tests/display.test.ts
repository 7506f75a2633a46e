import { flushSync, mount, unmount } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CustomerBackend } from '../src/backend/backend';
import type { CustomerDisplayView, DisplayStandingView, TillView } from '../src/backend/contract';
import { pieces } from '../build/catalogues';
import Customer from '../src/customer/Customer.svelte';
import { cut } from '../src/customer/cut';
import { bill, display, displays } from '../src/fixtures/displays';
import * as views from '../src/fixtures/views';
import { messagesOf } from './ftl';
import { Till } from './window';

const files = import.meta.glob<string>('../../languages/*.ftl', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** A language is loaded, which takes its time on a busy machine. */
const PATIENCE = { timeout: 10_000, interval: 5 };

/** The display's page on a scripted stream. */
class Page {
  readonly #app: Record<string, unknown>;
  #show: (view: CustomerDisplayView) => void = () => undefined;

  constructor() {
    const backend: CustomerBackend = {
      subscribe: (onView) => {
        this.#show = onView;
        return Promise.resolve();
      },
    };
    this.#app = mount(Customer, { target: document.body, props: { backend } });
    flushSync();
  }

  /** Tells the views one after the other, without waiting, until the last one stands there. */
  async show(...told: CustomerDisplayView[]): Promise<void> {
    for (const view of told) this.#show(view);
    const last = told.at(-1);
    if (!last) return;
    await vi.waitFor(() => {
      flushSync();
      const shown = document.querySelector<HTMLElement>('[data-testid="customer-display"]');
      expect([shown?.dataset['step'], document.documentElement.lang]).toEqual([last.step.is, last.language]);
    }, PATIENCE);
  }

  text(mark: string): string | null {
    const found = document.querySelector(`[data-testid="${mark}"]`);
    return found ? found.textContent.replace(/\s+/g, ' ').trim() : null;
  }

  async close(): Promise<void> {
    await unmount(this.#app);
    document.body.replaceChildren();
  }
}

let page: Page | null = null;
async function opened(...told: CustomerDisplayView[]): Promise<Page> {
  page = new Page();
  await page.show(...told);
  return page;
}
afterEach(async () => {
  await page?.close();
  page = null;
});

describe('the customer’s display', () => {
  it('shows nothing before the engine has said something', async () => {
    await opened();
    expect(document.body.textContent).toBe('');
  });

  it('shows the bill with what each line comes to, and what is to be blocked', async () => {
    const at = await opened(display());
    expect(at.text('customer-amount')).toBe('₹600.00');
    expect(at.text('customer-head')).toBe('To be blocked');
    expect(at.text('customer-line')).toBe('EV charging × 30 kWh ₹540.00');
    expect(at.text('customer-total')).toBe('₹600.00');
    expect(at.text('customer-practice')).toBeNull();
  });

  it('says that a hold is not taken, and paid of a payment that is proved alone', async () => {
    const at = await opened(displays['held']?.() ?? display());
    expect(at.text('customer-head')).toBe('Blocked, not taken');
    expect(at.text('customer-next')).toMatch(/^Until \d\d:\d\d at the latest\.$/);
    for (const [name, view] of Object.entries(displays)) {
      await at.show(view());
      const head = at.text('customer-head');
      expect([name, head === 'Paid']).toEqual([name, name.startsWith('paid')]);
    }
  });

  it('says of a payment what went back of it', async () => {
    const at = await opened(displays['paid']?.() ?? display());
    expect(at.text('customer-next')).toBe('₹150.00 is released. Thank you!');
    await at.show(display({ step: { is: 'welcome' } }));
    await at.show(displays['paid and refunded']?.() ?? display());
    expect(at.text('customer-next')).toBe('₹100.00 of it was given back to your wallet.');
    expect(at.text('customer-amount')).toBe('₹450.00');
  });

  it('shows PhonePe’s words as they came, as text', async () => {
    const at = await opened(
      display({ step: { is: 'not_possible' }, provider_words: '<b onclick="x()">KYC</b> अधूरा' }),
    );
    expect(at.text('customer-words')).toBe('<b onclick="x()">KYC</b> अधूरा');
    expect(document.querySelector('b[onclick]')).toBeNull();
  });

  it('speaks the language of its view, whatever the till speaks', async () => {
    const at = await opened(
      display({ language: 'hi', step: displays['paid']?.().step ?? { is: 'welcome' } }),
    );
    expect(at.text('customer-head')).toBe('भुगतान हो गया');
    expect(document.documentElement.lang).toBe('hi');
    await at.show(display({ language: 'ta', step: { is: 'welcome' }, bill: null }));
    expect(at.text('customer-head')).toBe('வணக்கம்');
    await at.show(display({ language: 'en' }));
  });

  it('shows the newest view only, when another comes while a language is on its way', async () => {
    const at = await opened(
      display({ language: 'ta' }),
      display({ language: 'en', step: { is: 'welcome' } }),
    );
    expect(at.text('customer-head')).toBe('Welcome');
  });

  it('counts the lines that it has no room for and keeps the newest', () => {
    const lines = Array.from({ length: 6 }, (_, at): [string, string, string] => [`${at}`, '', '₹1.00']);
    const six = bill(lines, '₹6.00');
    expect(cut(six, 6)).toEqual({ lines: six.lines, earlier: 0 });
    expect(cut(six, 4)).toEqual({ lines: six.lines.slice(3), earlier: 3 });
    expect(cut(six, 1)).toEqual({ lines: [], earlier: 6 });
    expect(cut({ ...six, earlier: 5 }, 10)).toEqual({ lines: six.lines, earlier: 5 });
    const tall = bill([['EV', '30 kWh', '₹1.00'], ...lines], '₹7.00');
    expect(cut(tall, 7.6)).toEqual({ lines: tall.lines, earlier: 0 });
    expect(cut(tall, 7.5)).toEqual({ lines: six.lines, earlier: 1 });
    expect(cut({ ...six, earlier: 5 }, 6)).toEqual({ lines: six.lines.slice(1), earlier: 6 });
  });

  it('is built with its own messages, and the till’s window with the others', () => {
    const isOfDisplay = (id: string): boolean => id.startsWith('shown-');
    const of = (part: string): string[] => [...messagesOf(part).keys()].filter((id) => !id.includes('.'));
    for (const text of Object.values(files)) {
      const display = pieces(text, isOfDisplay, () => false);
      expect(of(display.first).length).toBeGreaterThan(20);
      expect([of(display.first).every(isOfDisplay), display.later.trim()]).toEqual([true, '']);
      const till = pieces(
        text,
        () => false,
        (id) => !isOfDisplay(id),
      );
      expect(of(till.later).some(isOfDisplay)).toBe(false);
    }
  });
});

function withDisplay(stands: Partial<DisplayStandingView>, shows = true): TillView {
  const view = views.ready();
  const { preferences } = view;
  preferences.chosen = {
    ...preferences.chosen,
    display: { shows, place: 'other_monitor', monitor: '', language: '' },
  };
  preferences.display = { state: 'shows', monitors: [], language: 'en', asked: 0, ...stands };
  return view;
}

async function settings(view: TillView): Promise<Till> {
  const till = await Till.open(view);
  await till.press('nav-settings');
  await till.press('settings-part-display');
  return till;
}

async function pick(till: Till, mark: string, value: string): Promise<void> {
  const field = till.get(mark) as HTMLSelectElement;
  field.value = value;
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await till.settle();
}

describe('the settings of the customer’s display', () => {
  it('are one tick while it is off', async () => {
    const till = await settings(withDisplay({ state: 'off', language: '' }, false));
    expect(till.find('display-place')).toBeNull();
    await till.press('display-shows');
    expect(till.engine.commands).toEqual([
      {
        command: 'preferences',
        preference: 'display',
        display: { shows: true, place: 'other_monitor', monitor: '', language: '' },
      },
    ]);
  });

  it('offer the monitors there are, say which has the till, and name one that is not there', async () => {
    const monitors = [
      { name: 'eDP-1', size_text: '1280 × 800', has_till: true },
      { name: 'HDMI-1', size_text: '800 × 480', has_till: false },
    ];
    const view = withDisplay({ monitors, state: 'no_monitor' });
    view.preferences.chosen.display = { shows: true, place: 'named', monitor: 'HDMI-2', language: '' };
    const till = await settings(view);
    const offered = [...(till.get('display-place') as HTMLSelectElement).options].map((one) =>
      one.text.trim(),
    );
    expect(offered).toEqual([
      'On the monitor that the till is not on',
      'eDP-1 (1280 × 800): the till is on it',
      'HDMI-1 (800 × 480)',
      'HDMI-2: not there now',
      'In a window that I move myself',
    ]);
    expect(till.text('display-state')).toContain('Sales go on without it.');
    await pick(till, 'display-place', 'monitor:HDMI-1');
    expect(till.engine.commands.at(-1)).toMatchObject({ display: { place: 'named', monitor: 'HDMI-1' } });
    await pick(till, 'display-place', 'window');
    expect(till.engine.commands.at(-1)).toMatchObject({ display: { place: 'window', monitor: '' } });
    await pick(till, 'display-language', 'ta');
    expect(till.engine.commands.at(-1)).toMatchObject({ display: { language: 'ta' } });
  });

  it('open a display again that somebody has closed, and say why it is not opened', async () => {
    const till = await settings(withDisplay({ state: 'closed' }));
    till.engine.answerNext({ code: 'display_off' });
    await till.press('display-again');
    expect(till.engine.commands).toEqual([{ command: 'display', display: 'again' }]);
    expect(till.text('display-error')).toContain('Turn it on in the settings first');
  });
});

describe('the display beside the sale', () => {
  it('is not there while there is no display', async () => {
    const till = await Till.open(withDisplay({ state: 'off', language: '' }, false));
    expect(till.find('display-now')).toBeNull();
  });

  it('gives this customer another language', async () => {
    const till = await Till.open(withDisplay({ language: 'hi' }));
    expect(till.field('display-now-language').value).toBe('hi');
    await pick(till, 'display-now-language', 'ta');
    expect(till.engine.commands).toEqual([{ command: 'display', display: 'language', language: 'ta' }]);
  });

  it('says when the customer sees nothing', async () => {
    const till = await Till.open(withDisplay({ state: 'no_monitor' }));
    expect(till.text('display-now')).toContain('No display');
  });
});
