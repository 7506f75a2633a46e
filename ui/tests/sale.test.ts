import { afterEach, describe, expect, it, vi } from 'vitest';
import * as views from '../src/fixtures/views';
import { NONE, t } from '../src/words/words';
import { Till } from './window';

afterEach(() => vi.useRealTimers());

describe('a hold', () => {
  it('is blocked, not taken, with its ids and deadline', async () => {
    const till = await Till.open(views.held());
    expect(till.get('sale-state').dataset['state']).toBe('Held');
    expect(till.text('sale-state')).toBe('Held');
    expect(document.body.textContent).toContain('₹600.00 blocked, not taken');
    expect(till.text('sale-ref')).toBe(views.OUR_REF);
    expect(till.text('hold-deadline')).toContain('41:12 left');
  });

  it('counts down by the engine’s clock, not by this computer’s', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
    const till = await Till.open(views.held());
    vi.advanceTimersByTime(72_000);
    await till.settle();
    expect(till.text('hold-deadline')).toContain('40:00 left');

    await till.show({ ...views.held(), now_ms: views.NOW_MS + 30 * 60_000 });
    expect(till.text('hold-deadline')).toContain('11:12 left');
  });

  it('says when the deadline is over', async () => {
    const till = await Till.open({ ...views.held(), now_ms: views.NOW_MS + 42 * 60_000 });
    expect(till.text('hold-deadline')).toBe(t('sale-overdue'));
  });

  it('is told as sending until PhonePe has answered', async () => {
    const till = await Till.open(views.sending());
    expect(till.text('sale-state')).toBe('Sending');
    expect(till.find('pay-button')).toBeNull();
  });
});

describe('the capture', () => {
  it('starts at the held amount, and anew for another sale', async () => {
    const till = await Till.open(views.held());
    expect(till.field('capture-amount').value).toBe('600.00');
    await till.type('capture-amount', '450');
    await till.show(views.held());
    expect(till.field('capture-amount').value).toBe('450');

    const other = views.held();
    if (other.sale)
      other.sale = { ...other.sale, our_ref: 'S01OTHER', held_field: '1200.00', capture_field: '1200.00' };
    await till.show(other);
    expect(till.field('capture-amount').value).toBe('1200.00');
  });

  it('shows both halves before it moves, and then moves them once', async () => {
    const till = await Till.open(views.held());
    await till.type('capture-amount', '450');
    await till.press('capture-review');
    await till.show(views.captureReview());
    expect(till.text('review-capture')).toBe('₹450.00');
    expect(till.text('review-release')).toBe('₹150.00');
    expect(till.get('review').textContent).toContain('cannot be repeated');
    expect(till.cursor()).toBe('capture-confirm');

    await till.press('capture-confirm');
    await till.press('capture-confirm');
    expect(till.engine.commands).toEqual([
      { command: 'capture_review', amount_text: '450' },
      { command: 'capture_confirm', action_id: 'action-capture' },
    ]);
  });

  it('refuses an amount over the hold beside the field and keeps the text', async () => {
    const till = await Till.open(views.held());
    till.engine.answerNext({ code: 'amount_over_the_hold', detail: '₹600.00' });
    await till.type('capture-amount', '601');
    await till.key('Enter');
    expect(till.text('capture-error')).toBe(t('error-amount_over_the_hold', { detail: '₹600.00' }));
    expect(till.field('capture-amount').value).toBe('601');
    expect(till.cursor()).toBe('capture-amount');
  });

  it('tells captured and truly paid apart', async () => {
    const till = await Till.open(views.captured());
    expect(till.text('sale-state')).toBe('Captured');
    await till.show(views.paid());
    expect(till.text('sale-state')).toMatch(/^Captured\s· Paid$/);
    expect(till.text('sale-captured')).toBe('₹450.00');
    expect(till.text('sale-released')).toBe('₹150.00');
  });
});

describe('the release', () => {
  it('asks first and then releases the whole hold', async () => {
    const till = await Till.open(views.held());
    await till.press('release-review');
    await till.show(views.releaseReview());
    expect(till.text('review-release')).toBe('₹600.00');
    await till.press('release-confirm');
    expect(till.engine.commands).toEqual([
      { command: 'release_review' },
      { command: 'release_confirm', action_id: 'action-release' },
    ]);
  });
});

describe('an unknown outcome', () => {
  it('says not to charge again, assertively and once', async () => {
    const till = await Till.open(views.unknown());
    expect(till.text('unknown-panel')).toContain('PhonePe has not answered.');
    const alerts = [...document.querySelectorAll('[role="alert"]')].map((alert) => alert.textContent);
    expect(alerts).toEqual(['Do not charge again.']);
    expect(till.text('sale-state')).toBe('Not sure yet');
  });

  it('does not call an answer that settles nothing no answer', async () => {
    const view = views.unknown();
    if (view.sale) view.sale.why = views.why('answer_unclear');
    const till = await Till.open(view);
    expect(till.text('unknown-panel')).toContain('PhonePe’s answer does not settle it.');
    expect(till.text('unknown-panel')).not.toContain('has not answered');
  });

  it('counts down to the next look and offers the next customer', async () => {
    const till = await Till.open(views.unknown());
    expect(till.text('next-look')).toContain('Next look in 4 s (3 of 40)');
    await till.press('look-now');
    await till.press('next-customer');
    expect(till.engine.commands).toEqual([
      { command: 'look_now', our_ref: views.OUR_REF },
      { command: 'new_sale' },
    ]);
  });

  it('tells a look that was refused beside the button', async () => {
    const till = await Till.open(views.unknown());
    till.engine.answerNext({ code: 'looked_just_now' });
    await till.press('look-now');
    expect(till.text('look-error')).toBe(t('error-looked_just_now', { detail: NONE }));
  });

  it('that needs a person says so', async () => {
    const till = await Till.open(views.needsPerson());
    expect(till.text('unknown-panel')).toContain('A manager must look at this sale.');
    expect(till.text('sale-person')).toBe(t('sale-alarm'));
    expect(till.text('next-look')).toContain('manager’s queue');
  });
});

describe('a failed hold', () => {
  it('shows PhonePe’s words and gives the bill back', async () => {
    const till = await Till.open(views.refused());
    expect(till.text('sale-state')).toBe('Failed');
    expect(till.get('sale-message').textContent).toBe(
      'Wallet balance is not sufficient for this transaction',
    );
    expect(till.find('sale-held')).toBeNull();
    await till.press('sale-leave');
    expect(till.engine.names()).toEqual(['sale_leave']);
  });
});

describe('a new sale', () => {
  it('is always there and empties what was typed', async () => {
    for (const view of [views.empty, views.ready, views.toppingUp, views.held, views.unknown, views.paid]) {
      const till = await Till.open(view());
      await till.type('amount-input', '12');
      await till.press('new-sale');
      expect(till.engine.names()).toEqual(['new_sale']);
      expect(till.field('amount-input').value).toBe('');
      await till.show(views.empty());
      expect(till.cursor()).toBe('amount-input');
      await till.close();
    }
  });

  it('gives the text back when the engine refuses it', async () => {
    const till = await Till.open(views.empty());
    await till.type('amount-input', '12');
    till.engine.answerNext({ code: 'stopped' });
    await till.press('new-sale');
    expect(till.field('amount-input').value).toBe('12');
  });
});
