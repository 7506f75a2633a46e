import { describe, expect, it } from 'vitest';
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
