import { describe, expect, it } from 'vitest';
import type { TillView } from '../src/backend/contract';
import { isWebviewKey } from '../src/session/dead_keys';
import { ScanWatch } from '../src/session/scan';
import * as views from '../src/fixtures/views';
import { Till } from './window';

const SCAN = '8901234567890';

async function scan(till: Till, from: number): Promise<number> {
  let at = from;
  for (const key of SCAN) await till.key(key, { at: (at += 8) });
  await till.key('Enter', { at: (at += 8) });
  return at;
}

describe('Enter', () => {
  it('never presses a money button that has the cursor', async () => {
    const cases: [() => ReturnType<typeof views.ready>, string][] = [
      [views.ready, 'pay-button'],
      [views.captureReview, 'capture-confirm'],
      [views.releaseReview, 'release-confirm'],
    ];
    for (const [view, mark] of cases) {
      const till = await Till.open(view());
      till.get(mark).focus();
      await till.key('Enter');
      expect(till.engine.commands, mark).toEqual([]);
      await till.close();
    }
  });

  it('confirms the final amount and only shows both halves', async () => {
    const till = await Till.open(views.held());
    await till.type('capture-amount', '450');
    await till.key('Enter');
    expect(till.engine.commands).toEqual([{ command: 'capture_review', amount_text: '450' }]);
  });
});

describe('F4', () => {
  it('is the money button of whatever step is in front', async () => {
    const till = await Till.open(views.ready());
    await till.key('F4', { at: 10_000 });
    await till.show(views.held());
    await till.key('F4', { at: 10_400 });
    await till.show(views.captureReview());
    await till.key('F4', { at: 10_450 });
    expect(till.engine.names()).toEqual(['press', 'capture_review', 'capture_confirm']);

    await till.show(views.releaseReview());
    await till.key('F4');
    expect(till.engine.names().at(-1)).toBe('release_confirm');
  });

  it('pressed three times in a hurry holds once and captures nothing', async () => {
    const till = await Till.open(views.ready());
    await till.key('F4', { at: 10_000 });
    await till.show(views.held());
    await till.key('F4', { at: 10_045 });
    await till.key('F4', { at: 10_399 });
    expect(till.engine.names()).toEqual(['press']);
  });

  it('reaches the hold at once when another key came between', async () => {
    const till = await Till.open(views.ready());
    await till.key('F4', { at: 10_000 });
    await till.show(views.held());
    await till.key('4', { at: 10_050 });
    await till.key('F4', { at: 10_100 });
    expect(till.engine.names()).toEqual(['press', 'capture_review']);
  });

  it('is not repeated by a key that is held down', async () => {
    const till = await Till.open(views.held());
    await till.key('F4');
    await till.show(views.captureReview());
    await till.key('F4', { repeat: true });
    expect(till.engine.names()).toEqual(['capture_review']);
  });

  it('is deaf for 300 ms after a scan, says so, and hears again', async () => {
    const till = await Till.open(views.ready());
    till.get('pay-button').focus();
    const at = await scan(till, 10_000);
    await till.key('F4', { at: at + 299 });
    expect(till.engine.names()).toEqual(['cart']);
    expect(till.text('said')).toContain('scan');

    await till.key('F4', { at: at + 301 });
    expect(till.engine.names()).toEqual(['cart', 'press']);
  });

  it('works on the till only', async () => {
    const till = await Till.open(views.ready());
    await till.press('nav-settings');
    await till.key('F4');
    expect(till.engine.commands).toEqual([]);
    expect(till.text('said')).not.toBe('');
  });

  it('does nothing under the key sheet', async () => {
    const till = await Till.open(views.ready());
    await till.key('F1');
    expect(till.find('key-sheet')).not.toBeNull();
    await till.key('F4');
    await till.key('F1');
    expect(till.find('key-sheet')).toBeNull();
    expect(till.engine.commands).toEqual([]);
  });
});

describe('the other keys', () => {
  it('F2 starts a new sale when one is on the screen', async () => {
    const till = await Till.open(views.unknown());
    await till.key('F2');
    expect(till.engine.names()).toEqual(['new_sale']);
  });

  it('F3 puts the customer aside for another', async () => {
    const till = await Till.open(views.ready());
    await till.key('F3');
    expect(till.engine.names()).toEqual(['customer_change']);
  });

  it('F5 reads the balance again, and checks the top-up while one is open', async () => {
    const till = await Till.open(views.ready());
    const event = await till.key('F5');
    expect(event.defaultPrevented).toBe(true);
    await till.show(views.toppingUp());
    await till.key('F5');
    expect(till.engine.names()).toEqual(['balance_refresh', 'top_up_check']);
  });

  it('F7 looks now and F9 asks for the release or leaves the top-up', async () => {
    const till = await Till.open(views.unknown());
    await till.key('F7');
    await till.show(views.held());
    await till.key('F9');
    await till.show(views.toppingUp());
    await till.key('F9');
    expect(till.engine.names()).toEqual(['look_now', 'release_review', 'top_up_leave']);
  });

  it('F6 goes to the open holds, arrows move, Enter opens', async () => {
    const till = await Till.open(views.filled());
    await till.key('F6');
    expect(till.cursor()).toBe('open-hold');
    await till.key('ArrowRight');
    await till.key('ArrowRight');
    await till.key('ArrowLeft');
    await till.key('Enter');
    expect(till.engine.commands).toEqual([{ command: 'sale_open', our_ref: 'S01F' }]);
  });

  it('F8 without a sale, and F10 without staff, say what is missing and move nothing', async () => {
    const till = await Till.open(views.ready());
    for (const key of ['F8', 'F10']) {
      const event = await till.key(key);
      expect(event.defaultPrevented).toBe(true);
      expect(till.text('said')).not.toBe('');
    }
    expect(till.engine.commands).toEqual([]);
  });

  it('Esc goes one step back and never moves money', async () => {
    const till = await Till.open(views.captureReview());
    await till.key('Escape');
    await till.show(views.toppingUp());
    await till.key('Escape');
    await till.show(views.otpAsked());
    await till.key('Escape');
    await till.show(views.refused());
    await till.key('Escape');
    expect(till.engine.names()).toEqual(['review_close', 'top_up_leave', 'customer_change', 'sale_leave']);

    await till.show(views.held());
    await till.key('Escape');
    await till.show(views.ready());
    await till.key('Escape');
    expect(till.engine.names()).toHaveLength(4);
  });

  it('has no shortcut on a bare letter', async () => {
    const till = await Till.open(views.ready());
    till.get('pay-button').focus();
    for (const key of 'abcdefghijklmnopqrstuvwxyz0123456789')
      await till.key(key, { at: till.engine.commands.length });
    expect(till.engine.commands).toEqual([]);
  });
});

describe('a key that was given to another action', () => {
  const given = (): TillView => {
    const view = views.ready();
    view.preferences.keys = views.keys({ money: 'Ctrl+K', sale: 'F11' });
    return view;
  };

  it('does its work, and the usual one does nothing any more', async () => {
    const till = await Till.open(given());
    await till.key('F4');
    await till.key('F2');
    expect(till.engine.commands).toEqual([]);
    const event = await till.key('k', { ctrlKey: true });
    expect(event.defaultPrevented).toBe(true);
    expect(till.engine.names()).toEqual(['press']);
  });

  it('is deaf after a scan, and pressed twice in a hurry is one press, like the usual one', async () => {
    const till = await Till.open(given());
    const at = await scan(till, 10_000);
    await till.key('k', { ctrlKey: true, at: at + 100 });
    expect(till.engine.names()).toEqual(['cart']);
    await till.key('k', { ctrlKey: true, at: at + 400 });
    const held = views.held();
    held.preferences = given().preferences;
    await till.show(held);
    // The hand that presses it twice lets go of Ctrl in between.
    await till.key('Control', { ctrlKey: true, at: at + 500 });
    await till.key('k', { ctrlKey: true, at: at + 550 });
    expect(till.engine.names()).toEqual(['cart', 'press']);
  });

  it('is named on its button, in the sheet, and in the sentences', async () => {
    const till = await Till.open(given());
    expect(till.text('pay-button')).toContain('Ctrl+K');
    expect(till.text('pay-why')).toContain('Press Ctrl+K');
    expect(document.body.textContent).not.toMatch(/\bF4\b|\bF2\b/);
    await till.key('F1');
    const rows = till.all('key-of').map((row) => [row.dataset.action, row.dataset.key]);
    expect(rows).toContainEqual(['money', 'Ctrl+K']);
    expect(rows).toHaveLength(12);
  });

  it('is found on a keyboard of another script by its place', async () => {
    const till = await Till.open(given());
    await till.key('ब', { ctrlKey: true, code: 'KeyK' });
    expect(till.engine.names()).toEqual(['press']);
  });
});

describe('the sheet of keys', () => {
  const working = (till: Till): (string | undefined)[] =>
    till
      .all('key-of')
      .filter((row) => row.dataset.works === 'true')
      .map((row) => row.dataset.action);

  it('says what works on the screen behind it', async () => {
    const till = await Till.open(views.ready());
    await till.key('F1');
    const everywhere = ['print', 'park', 'recall'];
    expect(working(till)).toEqual(['keys', 'sale', 'customer', 'money', 'balance', 'strip', ...everywhere]);
    await till.show(views.unknown());
    expect(working(till)).toContain('look');
    expect(working(till)).not.toContain('money');
    await till.show(views.held());
    expect(working(till)).toContain('release');
    for (const row of till.all('key-of'))
      expect(row.textContent.includes('Not on this screen')).toBe(row.dataset.works === 'false');
  });
});

describe('the settings of the keys', () => {
  async function changing(action: string): Promise<Till> {
    const till = await Till.open(views.ready());
    await till.settings('keys');
    till.get(`key-change-${action}`).focus();
    await till.press(`key-change-${action}`);
    return till;
  }

  it('take the next key that is pressed, and that key does nothing else', async () => {
    const till = await changing('money');
    expect(till.text('key-told')).toContain('Press the new key');
    await till.key('Control', { ctrlKey: true });
    await till.key('F9');
    expect(till.engine.commands).toEqual([
      { command: 'preferences', preference: 'key', action: 'money', key: 'F9' },
    ]);
    expect(till.text('key-told')).toContain('F9');
    expect(till.cursor()).toBe('key-change-money');
  });

  it('are left by Esc, and by going elsewhere, as they were', async () => {
    const till = await changing('money');
    await till.key('Escape');
    expect(till.find('keys-of-till')).not.toBeNull();
    await till.press('key-change-look');
    till.get('keys-usual').focus();
    await till.settle();
    await till.key('F9');
    expect(till.engine.commands).toEqual([]);
  });

  it('say why a key is refused, name who has it, and wait for another', async () => {
    const till = await changing('money');
    till.engine.answerNext({ code: 'key_taken', detail: 'release' });
    await till.key('F9');
    expect(till.text('keys-error')).toContain('Release');
    till.engine.answerNext({ code: 'key_types' });
    await till.key('a');
    expect(till.text('keys-error')).toContain('belongs to typing');
    await till.key('F11');
    expect(till.find('keys-error')).toBeNull();
    expect(till.engine.commands.at(-1)).toMatchObject({ key: 'F11' });
  });

  it('are for managers', async () => {
    const view = { ...views.ready(), staff: views.signedIn('Asha') };
    const till = await Till.open(view);
    await till.settings('keys');
    expect(till.find('key-change-money')).toBeNull();
    expect(till.all('key-row')).toHaveLength(12);
  });
});

describe('a scan', () => {
  it('is six quick keys ended by a quick Enter', () => {
    const isHeard = (keys: number, pace_ms: number): boolean => {
      const scans = new ScanWatch();
      let at = 0;
      for (let key = 0; key < keys; key += 1) scans.note('7', (at += pace_ms));
      scans.note('Enter', (at += pace_ms));
      return scans.isDeaf(at + 1);
    };
    expect(isHeard(6, 34)).toBe(true);
    expect(isHeard(5, 10)).toBe(false);
    expect(isHeard(13, 40)).toBe(false);
  });

  it('is not a number typed slowly before a quick Enter', () => {
    const scans = new ScanWatch();
    for (let key = 0; key < 8; key += 1) scans.note('7', key * 200);
    scans.note('Enter', 1410);
    expect(scans.isDeaf(1411)).toBe(false);
  });
});

describe('the webview’s own keys', () => {
  const key = (name: string, extra: KeyboardEventInit = {}): boolean =>
    isWebviewKey(new KeyboardEvent('keydown', { key: name, ...extra }));

  it('are known: reload, back, print, zoom, tools', () => {
    expect(key('F5')).toBe(true);
    expect(key('F12')).toBe(true);
    for (const name of ['r', 'R', 'p', '0']) expect(key(name, { ctrlKey: true }), name).toBe(true);
    for (const name of ['I', 'J', 'C', 'R'])
      expect(key(name, { ctrlKey: true, shiftKey: true }), name).toBe(true);
    expect(key('ArrowLeft', { altKey: true })).toBe(true);
    expect(key('p', { metaKey: true })).toBe(true);
  });

  it('are not the keys of writing', () => {
    for (const name of ['a', 'c', 'v', 'x', 'z']) expect(key(name, { ctrlKey: true }), name).toBe(false);
    for (const name of ['r', 'p', '0', 'Enter', 'F4', 'ArrowLeft']) expect(key(name), name).toBe(false);
  });
});
