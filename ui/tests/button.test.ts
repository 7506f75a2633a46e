import { describe, expect, it } from 'vitest';
import type { ButtonKind, WhyCode } from '../src/backend/contract';
import * as views from '../src/fixtures/views';
import { t, toldWhy } from '../src/words/words';
import { Till } from './window';

describe('the money button', () => {
  const rows: [ButtonKind, WhyCode, boolean, string][] = [
    ['pay', 'ready', true, 'Pay'],
    ['top_up_and_pay', 'balance_too_low_top_up_possible', true, 'Top-up & Pay'],
    ['pay', 'not_possible', false, 'Pay'],
    ['top_up', 'top_up_only_possible', true, 'Top-up'],
    ['top_up', 'top_up_not_possible', false, 'Top-up'],
  ];
  it.each(rows)('says what the view says: %s, %s', async (kind, code, isArmed, label) => {
    const button = isArmed ? views.armed(kind, code) : views.greyed(code, null, kind);
    const till = await Till.open({ ...views.ready(), button });

    expect(till.text('pay-button').startsWith(label)).toBe(true);
    expect(till.isArmed('pay-button')).toBe(isArmed);
  });

  it('sends the action of the view on the screen, once', async () => {
    const till = await Till.open(views.ready());
    await till.press('pay-button');
    await till.press('pay-button');
    await till.key('F4');

    expect(till.engine.commands).toEqual([{ command: 'press', action_id: 'action-1' }]);
    expect(till.isArmed('pay-button')).toBe(false);
  });

  it('can be pressed again when the press was refused, with the reason under it', async () => {
    const till = await Till.open(views.ready());
    till.engine.answerNext({ code: 'not_armed' });
    await till.press('pay-button');
    expect(till.text('money-error')).toBe(t('error-not_armed'));

    await till.press('pay-button');
    expect(till.engine.names()).toEqual(['press', 'press']);
  });

  it('is armed anew by a new action only', async () => {
    const till = await Till.open(views.ready());
    await till.press('pay-button');
    await till.show(views.ready());
    expect(till.isArmed('pay-button')).toBe(false);

    await till.show({ ...views.ready(), button: { ...views.armed('pay', 'ready'), action_id: 'action-2' } });
    expect(till.isArmed('pay-button')).toBe(true);
  });

  it('stays focusable when it is grey, and does nothing', async () => {
    const till = await Till.open(views.kycMissing());
    const button = till.get('pay-button');
    button.focus();
    expect(document.activeElement).toBe(button);
    expect(button.hasAttribute('disabled')).toBe(false);

    await till.press('pay-button');
    await till.key('F4');
    expect(till.engine.commands).toEqual([]);
  });

  it('shows the provider’s words verbatim, what they mean, and what would unlock it', async () => {
    const till = await Till.open(views.kycMissing());
    const [means, unlock] = toldWhy({ code: 'not_possible', amount_text: null, detail: null });

    expect(till.get('pay-message').textContent).toBe('Please complete your wallet KYC on PhonePe');
    expect(till.text('pay-why')).toBe(`${means} ${unlock}`);
    expect(till.get('pay-button').getAttribute('aria-describedby')).toBe('pay-told');
    expect(document.getElementById('pay-told')?.contains(till.get('pay-why'))).toBe(true);
  });

  it('keeps markup of the provider as text', async () => {
    const words = '<img src=x onerror="alert(1)"><b>Pay {now}</b> javascript:alert(1)';
    const till = await Till.open({ ...views.ready(), button: views.greyed('not_possible', words) });

    expect(till.get('pay-message').textContent).toBe(words);
    expect(till.get('pay-message').children).toHaveLength(0);
    expect(document.querySelector('img')).toBeNull();
  });

  it('is grey while an amount is typed but not confirmed', async () => {
    const till = await Till.open(views.ready());
    await till.type('amount-input', '700');
    expect(till.isArmed('pay-button')).toBe(false);
    expect(till.text('pay-unconfirmed')).toContain('not confirmed');

    await till.key('F4');
    expect(till.engine.commands).toEqual([]);
    await till.key('Escape');
    expect(till.isArmed('pay-button')).toBe(true);
  });

  it('says while the amount is being checked again', async () => {
    const till = await Till.open(views.checking());
    expect(till.isArmed('pay-button')).toBe(false);
    expect(till.text('pay-why')).toContain('Amount changed, checking again');
  });

  it('turns the sale mode with a click', async () => {
    const till = await Till.open(views.ready());
    expect(till.get('sale-mode').dataset['mode']).toBe('hold');
    await till.press('sale-mode');
    await till.show({ ...views.ready(), mode: 'charge' });
    expect(till.get('sale-mode').dataset['mode']).toBe('charge');
    await till.press('sale-mode');
    expect(till.engine.commands).toEqual([
      { command: 'sale_mode_set', mode: 'charge' },
      { command: 'sale_mode_set', mode: 'hold' },
    ]);
  });
});
