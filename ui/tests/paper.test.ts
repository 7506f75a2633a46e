import { describe, expect, it } from 'vitest';
import type { PrinterView } from '../src/backend/contract';
import * as views from '../src/fixtures/views';
import { Till } from './window';

const ready: PrinterView = { state: 'ready', trouble: null, waiting: 0, last: null };

function held(printer: Partial<PrinterView> = {}) {
  return { ...views.held(), printer: { ...ready, ...printer } };
}

describe('paper', () => {
  it('is shown by F8 and printed by F8 again, and Esc puts it away without printing', async () => {
    const till = await Till.open(held());
    const ref = views.held().sale?.our_ref ?? '';
    await till.key('F8');
    expect(till.engine.papers[0]).toEqual({ of: 'sale', our_ref: ref });
    expect(till.text('paper-text')).toContain('This is not a payment.');
    expect(till.engine.commands).toEqual([]);
    await till.key('F8');
    expect(till.engine.commands).toEqual([
      { command: 'paper', paper: 'print', what: { of: 'sale', our_ref: ref } },
    ]);
    await till.key('Escape');
    expect(till.find('paper-panel')).toBeNull();
    expect(till.engine.commands).toHaveLength(1);
  });

  it('can be opened by a touch, saved as a PDF, and then says where it is', async () => {
    const till = await Till.open(held());
    await till.press('paper-open');
    await till.press('paper-save');
    expect(till.text('paper-path')).toContain('/papers/slip.pdf');
    await till.press('paper-close');
    expect(till.find('paper-panel')).toBeNull();
  });

  it('begins with the way back, so that whoever presses on prints nothing', async () => {
    const till = await Till.open(held());
    await till.press('paper-open');
    expect(till.cursor()).toBe('paper-close');
  });

  it('without a printer cannot be printed, says so, and can be saved', async () => {
    const till = await Till.open(views.held());
    await till.press('paper-open');
    expect(till.get('paper-print').getAttribute('aria-disabled')).toBe('true');
    expect(till.text('paper-panel')).toContain('No printer is set up');
  });

  it('says what became of it, what is wrong and what to do', async () => {
    const our_ref = views.held().sale?.our_ref ?? '';
    const last = {
      what: { of: 'sale' as const, our_ref },
      at_ms: views.NOW_MS,
      outcome: 'perhaps' as const,
      trouble: 'out_of_paper' as const,
      duplicate: false,
      automatic: false,
    };
    const till = await Till.open(held({ state: 'trouble', trouble: 'out_of_paper', last }));
    await till.press('paper-open');
    const told = till.text('paper-last');
    expect(told).toContain('Look at the printer');
    expect(told).toContain('no paper');
    expect(told).toContain('Put in a new roll');
  });

  it('says before it is printed that it is a duplicate', async () => {
    const till = await Till.open(held());
    till.engine.paper = { ...till.engine.paper, duplicate: true };
    await till.press('paper-open');
    expect(till.find('paper-duplicate')).not.toBeNull();
  });

  it('tells a refusal in the panel', async () => {
    const till = await Till.open(held());
    await till.press('paper-open');
    till.engine.answerNext({ code: 'paper_under_way' });
    await till.press('paper-print');
    expect(till.text('paper-error')).toContain('being printed already');
  });
});

describe('the printer', () => {
  it('has a lamp only where there is one, and the lamp says what is wrong', async () => {
    const till = await Till.open(views.held());
    expect(till.find('lamp-printer')).toBeNull();
    await till.show(held({ state: 'trouble', trouble: 'cover_open' }));
    const lamp = till.get('lamp-printer');
    expect(lamp.getAttribute('data-light')).toBe('bad');
    expect(lamp.title).toContain('cover is open');
  });

  it('is set up with everything that was typed, and a refusal loses none of it', async () => {
    const till = await Till.open(views.empty());
    await till.settings('printer');
    await till.type('printer-address', 'the printer');
    await till.type('printer-shop', 'Green Park');
    await till.press('printer-hold-slip');
    till.engine.answerNext({ code: 'printer_address' });
    await till.press('printer-save');
    expect(till.text('printer-error')).toContain('192.168.1.50:9100');
    expect(till.field('printer-address').value).toBe('the printer');
    await till.press('nav-till');
    await till.settings('printer');
    expect(till.field('printer-address').value).toBe('the printer');
    expect(till.field('printer-shop').value).toBe('Green Park');
    await till.type('printer-address', '10.0.0.7:9100');
    await till.press('printer-save');
    expect(till.find('printer-saved')).not.toBeNull();
    expect(till.engine.commands.at(-1)).toEqual({
      command: 'preferences',
      preference: 'paper',
      paper: { ...views.noPaper, printer: '10.0.0.7:9100', shop: 'Green Park', prints_hold_slip: true },
    });
  });

  it('prints a test page from the settings', async () => {
    const till = await Till.open(views.empty());
    await till.settings('printer');
    await till.press('printer-test');
    expect(till.engine.commands).toEqual([{ command: 'paper', paper: 'print', what: { of: 'test_page' } }]);
  });
});
