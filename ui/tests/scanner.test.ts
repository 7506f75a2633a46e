import { describe, expect, it, vi } from 'vitest';
import type { TillView } from '../src/backend/contract';
import * as views from '../src/fixtures/views';
import { Till } from './window';

const EAN = '8901234567890';
let clock = 50_000;

/** A scanner types into whatever has the cursor: each key is heard, then stands in the field, and Enter comes last. */
async function scan(till: Till, code: string, pace = 8): Promise<number> {
  clock += 2_000;
  for (const key of code) {
    const event = await till.key(key, { at: (clock += pace) });
    const field = document.activeElement;
    if (!event.defaultPrevented && field instanceof HTMLInputElement) {
      field.value += key;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }
  await till.key('Enter', { at: (clock += pace) });
  await till.settle();
  return clock;
}

const stock = (view: TillView): TillView => ({ ...view, bills: views.stocked() });
const isScan = (code: string): object => ({ command: 'cart', cart: 'scan', text: code });

describe('a scan', () => {
  const places: [string, () => TillView, string, string][] = [
    ['the amount, half typed', views.empty, 'amount-input', '12'],
    ['the mobile number, half typed', views.filled, 'mobile-input', '98765'],
    ['the OTP, half typed', views.otpAsked, 'otp-input', '12'],
  ];
  for (const [name, view, mark, typed] of places) {
    it(`in ${name}, goes to the cart and leaves the field as it was`, async () => {
      const till = await Till.open(stock(view()));
      await till.type(mark, typed);
      await scan(till, EAN);
      expect(till.engine.commands).toEqual([isScan(EAN)]);
      expect(till.field(mark).value).toBe(typed);
      expect(till.cursor()).toBe(mark);
      expect(till.text('said')).toContain(EAN);
    });
  }

  it('over a money button goes to the cart and presses nothing', async () => {
    const cases: [() => TillView, string][] = [
      [views.ready, 'pay-button'],
      [views.captureReview, 'capture-confirm'],
      [views.releaseReview, 'release-confirm'],
      [views.unknown, 'look-now'],
    ];
    for (const [view, mark] of cases) {
      const till = await Till.open(stock(view()));
      till.get(mark).focus();
      const at = await scan(till, EAN);
      await till.key('F4', { at: at + 100 });
      expect(till.engine.commands, mark).toEqual([isScan(EAN)]);
      await till.close();
    }
  });

  it('in a dialog, with the cursor on its button, goes to the cart and closes nothing', async () => {
    const till = await Till.open({
      ...stock(views.empty()),
      bills: { ...views.stocked(), parked: [parked()] },
    });
    await till.press('parked-open');
    expect(till.cursor()).toBe('parked-recall');
    await scan(till, EAN);
    expect(till.engine.commands).toEqual([isScan(EAN)]);
    expect(till.find('parked-bills')).not.toBeNull();
  });

  it('with blanks in it presses no button', async () => {
    const till = await Till.open(stock(views.ready()));
    till.get('new-sale').focus();
    clock += 2_000;
    await till.key('A', { at: (clock += 8) });
    expect((await till.key(' ', { at: (clock += 8) })).defaultPrevented).toBe(true);
  });

  it('into a locked bill is refused with a sentence and loses nothing', async () => {
    const till = await Till.open(stock(views.held()));
    await till.type('capture-amount', '45');
    till.engine.codes = [EAN];
    till.engine.answerNext({ code: 'bill_locked' });
    await scan(till, EAN);
    expect(till.engine.commands).toEqual([isScan(EAN)]);
    expect(till.field('capture-amount').value).toBe('45');
    expect(till.text('amount-error')).toContain('under way');
  });

  it('of an unknown code says it, and a manager may add it', async () => {
    const till = await Till.open(stock(views.empty()));
    till.engine.answerNext({ code: 'scan_unknown', detail: EAN });
    await scan(till, EAN);
    expect(till.text('amount-error')).toContain(EAN);
    await till.press('scan-add');
    expect(till.field('item-barcode').value).toBe(EAN);
    await till.press('item-close');
    const cashier = await Till.open({
      ...views.empty(),
      bills: { ...views.stocked(), can_edit: false },
    });
    cashier.engine.answerNext({ code: 'scan_unknown', detail: EAN });
    cashier.get('amount-input').focus();
    await scan(cashier, EAN);
    expect(cashier.find('scan-add')).toBeNull();
  });

  it('on another screen tells there what became of it', async () => {
    const till = await Till.open(stock(views.empty()));
    await till.press('nav-settings');
    till.engine.answerNext({ code: 'scan_unknown', detail: EAN });
    await scan(till, EAN);
    expect(till.text('said')).toContain(EAN);
  });
});

describe('the code of a slip', () => {
  const slip = 'S01ARZ3NDEKTSV4RRFFQ69G5FAV';
  const opens = { command: 'sale_open', our_ref: slip };

  it('opens its sale, with or without a catalogue, and the field stays as it was', async () => {
    const cases: [() => TillView, string, string][] = [
      [() => stock(views.filled()), 'mobile-input', '98765'],
      [views.filled, 'mobile-input', '98765'],
      [views.held, 'capture-amount', '45'],
    ];
    for (const [view, mark, typed] of cases) {
      const till = await Till.open(view());
      await till.type(mark, typed);
      await scan(till, slip);
      expect(till.engine.commands, mark).toEqual([opens]);
      expect(till.field(mark).value).toBe(typed);
      await till.close();
    }
  });

  it('of another till is said, and moves nothing', async () => {
    const till = await Till.open(stock(views.empty()));
    till.engine.answerNext({ code: 'no_such_sale' });
    await scan(till, slip);
    expect(till.engine.commands).toEqual([opens]);
    expect(till.text('amount-error')).toContain('no such sale');
  });

  it('is text for the search of the holds', async () => {
    const till = await Till.open(stock(views.empty()));
    await till.press('nav-holds');
    await vi.waitFor(() => till.get('hold-search').focus());
    await scan(till, slip);
    expect(till.field('hold-search').value).toBe(slip);
    expect(till.engine.names()).not.toContain('sale_open');
  });
});

describe('what is no scan', () => {
  it('is what a hand types, however long', async () => {
    const till = await Till.open(stock(views.empty()));
    till.get('amount-input').focus();
    await scan(till, '123456', 60);
    expect(till.engine.commands).toEqual([{ command: 'amount_set', text: '123456' }]);
  });

  it('is a quick amount with its point, and anything that fits its field where nothing can be scanned', async () => {
    const till = await Till.open(stock(views.empty()));
    till.get('amount-input').focus();
    await scan(till, '1234.50');
    expect(till.engine.commands).toEqual([{ command: 'amount_set', text: '1234.50' }]);
    await till.close();
    const bare: [() => TillView, string, string, string][] = [
      [views.empty, 'amount-input', '100000', 'amount_set'],
      [views.filled, 'mobile-input', '9876543210', 'mobile_submit'],
      [views.otpAsked, 'otp-input', '123456', 'otp_submit'],
    ];
    for (const [view, mark, typed, command] of bare) {
      const plain = await Till.open(view());
      plain.get(mark).focus();
      await scan(plain, typed);
      expect(plain.engine.names(), mark).toEqual([command]);
      await plain.close();
    }
  });

  it('is a name or a note that the catalogue does not know: it is confirmed as it was typed', async () => {
    const till = await Till.open(stock(views.filled()));
    await till.press('park');
    await scan(till, 'TABLE-14');
    expect(till.engine.commands).toEqual([{ command: 'cart', cart: 'park', name: 'TABLE-14' }]);
  });

  it('is what a search for holds or a field for a barcode asks for', async () => {
    const till = await Till.open(stock(views.empty()));
    await till.settings('catalogue');
    await till.press('catalogue-add');
    till.get('item-barcode').focus();
    await scan(till, EAN);
    expect(till.field('item-barcode').value).toBe(EAN);
    expect(till.engine.commands).toEqual([]);
  });
});

it('a scan in a name that the catalogue knows goes to the cart, and the name stays as it was', async () => {
  const till = await Till.open(stock(views.filled()));
  till.engine.codes = [EAN];
  await till.press('park');
  await till.type('park-name', 'Ta');
  await scan(till, EAN);
  expect(till.engine.commands).toEqual([isScan(EAN)]);
  expect(till.field('park-name').value).toBe('Ta');
});

it('a locked till takes no scan and says so, but a quick PIN is a PIN', async () => {
  const till = await Till.open(stock(views.locked()));
  await scan(till, EAN);
  expect(till.engine.commands).toEqual([]);
  expect(till.text('said')).toContain('locked');
});

function parked(): TillView['bills']['parked'][number] {
  return {
    number: 3,
    name: 'Table 4',
    total_text: '₹45.00',
    lines: 2,
    masked: null,
    cashier: 'Asha',
    at_ms: views.NOW_MS - 60_000,
  };
}
