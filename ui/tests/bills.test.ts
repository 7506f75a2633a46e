import { describe, expect, it } from 'vitest';
import type { LineView, TillView } from '../src/backend/contract';
import * as views from '../src/fixtures/views';
import { Till } from './window';

const stock = (view: TillView): TillView => ({ ...view, bills: views.stocked() });

function withParked(view: TillView): TillView {
  const one = {
    total_text: '₹45.00',
    lines: 2,
    masked: '•••••• 3210',
    cashier: 'Asha',
    at_ms: views.NOW_MS - 60_000,
  };
  const parked = [
    { ...one, number: 3, name: 'Table 4' },
    { ...one, number: 5, name: '' },
  ];
  return { ...view, bills: { ...views.stocked(), parked } };
}

describe('the one field', () => {
  it('adds the item that is chosen with the arrows; Enter moves no money', async () => {
    const till = await Till.open(stock(views.empty()));
    till.engine.found = () => [views.tea(), views.fuel()];
    await till.type('amount-input', 'tea');
    expect(till.all('found-item').map((item) => item.getAttribute('aria-selected'))).toEqual([
      'true',
      'false',
    ]);
    await till.key('ArrowDown');
    await till.key('Enter');
    expect(till.engine.commands).toEqual([{ command: 'cart', cart: 'item_add', code: 'FUEL' }]);
    expect(till.field('amount-input').value).toBe('');
  });

  it('keeps a number an amount until somebody goes down into the list', async () => {
    const till = await Till.open(stock(views.empty()));
    await till.type('amount-input', '600');
    expect(till.get('found-item').getAttribute('aria-selected')).toBe('false');
    await till.key('Enter');
    await till.type('amount-input', '600');
    await till.key('ArrowDown');
    await till.key('Enter');
    expect(till.engine.commands).toEqual([
      { command: 'amount_set', text: '600' },
      { command: 'cart', cart: 'item_add', code: 'TEA' },
    ]);
  });

  it('asks for nothing where there is no catalogue', async () => {
    const till = await Till.open(views.empty());
    await till.type('amount-input', 'tea');
    expect(till.engine.searched).toEqual([]);
  });

  it('never shows an older answer over a newer one', async () => {
    const till = await Till.open(stock(views.empty()));
    const answers: ((found: ReturnType<typeof views.tea>[]) => void)[] = [];
    till.engine.catalogueSearch = () => new Promise((resolve) => answers.push(resolve));
    await till.type('amount-input', 't');
    await till.type('amount-input', 'fu');
    answers[1]?.([views.fuel()]);
    answers[0]?.([views.tea()]);
    await till.settle();
    expect(till.all('found-item').map((item) => item.dataset['code'])).toEqual(['FUEL']);
  });
});

describe('parked bills', () => {
  it('are parked under a name with F11 and Enter, and called back', async () => {
    const till = await Till.open(stock(views.filled()));
    await till.key('F11');
    await till.type('park-name', 'Table 4');
    await till.key('Enter');
    expect(till.engine.commands).toEqual([{ command: 'cart', cart: 'park', name: 'Table 4' }]);
    await till.show(withParked(views.empty()));
    await till.key('F11');
    expect(till.all('parked-bill').map((bill) => bill.dataset['number'])).toEqual(['3', '5']);
    await till.press('parked-recall');
    expect(till.engine.commands.at(-1)).toEqual({ command: 'cart', cart: 'recall', number: 3 });
    expect(till.find('parked-bills')).toBeNull();
  });

  it('are thrown away only after a question', async () => {
    const till = await Till.open(withParked(views.empty()));
    await till.press('parked-open');
    await till.press('parked-throw');
    expect(till.engine.commands).toEqual([]);
    await till.press('parked-throw-yes');
    expect(till.engine.commands).toEqual([{ command: 'cart', cart: 'throw_away', number: 3 }]);
  });

  it('that could not be kept leave the name as it was typed', async () => {
    const till = await Till.open(stock(views.filled()));
    await till.press('park');
    await till.type('park-name', 'Table 4');
    till.engine.answerNext({ code: 'bills_not_kept', detail: 'no space left' });
    await till.key('Enter');
    expect(till.field('park-name').value).toBe('Table 4');
    expect(till.text('park-error')).toContain('no space left');
  });
});

describe('a line and a bill', () => {
  it('are asked for only what was changed', async () => {
    const till = await Till.open(stock(views.filled()));
    await till.press('line-edit');
    await till.type('line-discount', '10%');
    await till.press('line-save');
    await till.press('line-edit');
    await till.type('line-quantity', '25');
    await till.type('line-note', 'bay 4');
    await till.press('line-save');
    expect(till.engine.commands).toEqual([
      { command: 'cart', cart: 'line_discount', id: 1, text: '10%' },
      { command: 'line_change', id: 1, quantity: '25', price: '18.00' },
      { command: 'cart', cart: 'line_note', id: 1, text: 'bay 4' },
    ]);
  });

  it('show discounts, tax, notes, and what is held beyond the total', async () => {
    const view = stock(views.filled());
    const [charging] = view.cart.lines as [LineView];
    const terms = {
      ...charging.terms,
      code: 'EV',
      unit: 'kWh',
      discount_text: '10 %',
      less_text: '-₹54.00',
      note: 'bay 4',
      hold_text: '₹1,000.00',
    };
    const bill = {
      ...views.plainBill(),
      subtotal_text: '₹486.00',
      discount_text: '₹6.00',
      less_text: '-₹6.00',
      note: 'two cars',
      gst: [{ rate_text: '18 %', tax_text: '₹73.22', of_text: '₹480.00' }],
      hold_text: '₹994.00',
    };
    const cart = { ...view.cart, lines: [{ ...charging, terms }], total_text: '₹480.00', bill };
    const till = await Till.open({ ...view, cart });
    expect(till.text('cart-line')).toContain('30 kWh × ₹18.00');
    expect(till.text('cart-line')).toContain('-₹54.00');
    expect(till.text('cart-line')).toContain('bay 4');
    expect(till.text('bill-discount')).toContain('-₹6.00');
    expect(till.text('bill-gst')).toContain('₹73.22');
    expect(till.text('bill-hold')).toContain('₹994.00');
    expect(till.text('bill-note')).toContain('two cars');
    await till.press('bill-terms');
    await till.type('bill-discount-input', '10');
    await till.type('bill-note-input', 'one car');
    await till.press('bill-terms-save');
    expect(till.engine.commands).toEqual([
      { command: 'cart', cart: 'note', text: 'one car' },
      { command: 'cart', cart: 'discount', text: '10' },
    ]);
  });
});

describe('what was delivered', () => {
  it('is begun from the held bill, and the final amount follows it', async () => {
    const till = await Till.open(views.held());
    await till.press('final-begin');
    expect(till.engine.commands).toEqual([{ command: 'cart', cart: 'final_begin' }]);
    const held = views.held();
    const sale = { ...views.saleOf('Held', 'held', 'not_asked'), can_capture: true, capture_field: '461.00' };
    const cart = { ...held.cart, editable: true, bill: { ...views.plainBill(), is_final: true } };
    await till.show({ ...held, revision: 20, cart, sale });
    expect(till.field('capture-amount').value).toBe('461.00');
    expect(till.find('park')).toBeNull();
    await till.show({
      ...held,
      revision: 21,
      cart: { ...cart, bill: { ...cart.bill, over_text: '₹40.00' } },
      sale,
    });
    expect(till.text('final-over')).toContain('₹40.00');
    await till.press('final-undo');
    expect(till.engine.names()).toEqual(['cart', 'cart']);
  });

  it('is told in the review: what changed, and that another amount was typed', async () => {
    const review = views.captureReview();
    const delivered = {
      held_text: '₹600.00',
      total_text: '₹461.00',
      is_typed: true,
      changes: [
        { kind: 'quantity' as const, name: 'EV charging', before: '30', after: '24.5' },
        { kind: 'added' as const, name: 'Parking', before: '', after: '₹20.00' },
        { kind: 'discount' as const, name: '', before: '', after: '10 %' },
      ],
    };
    const till = await Till.open({ ...review, review: review.review && { ...review.review, delivered } });
    const told = till.all('review-change').map((change) => change.textContent.trim());
    expect(told[0]).toBe('EV charging: quantity 30 → 24.5');
    expect(told[1]).toBe('Parking added: ₹20.00');
    expect(told[2]).toContain('none → 10 %');
    expect(till.text('review-held')).toBe('₹600.00');
    expect(till.text('review-typed')).toContain('₹461.00');
  });
});
