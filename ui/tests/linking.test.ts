import { describe, expect, it } from 'vitest';
import * as views from '../src/fixtures/views';
import { t } from '../src/words/words';
import { Till } from './window';

describe('from the amount to the money button', () => {
  it('the cursor goes where the cashier types next', async () => {
    const till = await Till.open(views.empty());
    expect(till.cursor()).toBe('amount-input');

    await till.type('amount-input', '600');
    await till.key('Enter');
    await till.show(views.filled());
    expect(till.field('amount-input').value).toBe('');
    expect(till.cursor()).toBe('mobile-input');

    await till.type('mobile-input', '9876543210');
    await till.key('Enter');
    await till.show(views.sendingOtp());
    expect(till.text('customer-busy')).toContain('Sending an OTP');
    await till.show(views.otpAsked());
    expect(till.cursor()).toBe('otp-input');

    await till.type('otp-input', '123456');
    await till.key('Enter');
    await till.show(views.ready());
    expect(till.cursor()).toBe('pay-button');
    expect(till.engine.commands).toEqual([
      { command: 'amount_set', text: '600' },
      { command: 'mobile_submit', text: '98765 43210' },
      { command: 'otp_submit', text: '123456' },
    ]);
  });

  it('goes from a changed amount straight back to the money button', async () => {
    const till = await Till.open(views.ready());
    await till.type('amount-input', '450');
    await till.key('Enter');
    await till.show(views.checking());
    expect(till.cursor()).toBe('pay-button');
  });

  it('is not pulled out of a field that is being typed in', async () => {
    const till = await Till.open(views.otpAsked());
    await till.type('otp-input', '123456');
    await till.key('Enter');
    await till.type('amount-input', '75');
    await till.show(views.ready());
    expect(till.cursor()).toBe('amount-input');
    expect(till.field('amount-input').value).toBe('75');
  });
});

describe('a refused field', () => {
  it('keeps the text and the cursor, and has one sentence beside it', async () => {
    const till = await Till.open(views.filled());
    till.engine.answerNext({ code: 'mobile_wrong_length', detail: '9' });
    await till.type('mobile-input', '987654321');
    await till.key('Enter');

    expect(till.text('mobile-error')).toBe(t('error-mobile_wrong_length', { detail: '9' }));
    expect(till.field('mobile-input').value).toBe('98765 4321');
    expect(till.field('mobile-input').getAttribute('aria-invalid')).toBe('true');
    expect(till.cursor()).toBe('mobile-input');

    await till.type('mobile-input', '9876543210');
    expect(till.find('mobile-error')).toBeNull();
  });

  it('is the amount too', async () => {
    const till = await Till.open(views.empty());
    till.engine.answerNext({ code: 'amount_too_fine' });
    await till.type('amount-input', '1.234');
    await till.key('Enter');
    expect(till.text('amount-error')).toBe(t('error-amount_too_fine'));
    expect(till.field('amount-input').value).toBe('1.234');
    expect(till.cursor()).toBe('amount-input');
  });

  it('tells a broken shell as the engine having stopped', async () => {
    const till = await Till.open(views.empty());
    till.engine.act = () => Promise.reject(new Error('ipc is gone'));
    await till.type('amount-input', '5');
    await till.key('Enter');
    expect(till.text('amount-error')).toContain('start it again');
    expect(till.field('amount-input').value).toBe('5');
  });
});

describe('the mobile field', () => {
  it.each([
    ['9876543210', '98765 43210'],
    ['98765', '98765'],
    ['+91 98765 43210', '+91 98765 43210'],
    ['09876543210', '09876543210'],
    ['12a', '12a'],
  ])('shows %s as %s', async (typed, shown) => {
    const till = await Till.open(views.filled());
    await till.type('mobile-input', typed);
    expect(till.field('mobile-input').value).toBe(shown);
  });
});

describe('the OTP', () => {
  it('is emptied when it was sent and is never shown again', async () => {
    const till = await Till.open(views.otpAsked());
    await till.type('otp-input', '123456');
    await till.press('otp-submit');
    expect(till.field('otp-input').value).toBe('');
    await till.show(views.wrongOtp());
    expect(document.body.innerHTML).not.toContain('123456');
  });

  it('that was half typed is gone when another number is asked for', async () => {
    const till = await Till.open(views.otpAsked());
    await till.type('otp-input', '123');
    await till.show(views.filled());
    await till.show(views.otpAsked());
    expect(till.field('otp-input').value).toBe('');
  });

  it('has a sentence for what PhonePe said, with its words beside it', async () => {
    const till = await Till.open(views.wrongOtp());
    expect(till.text('otp-error')).toBe(`${t('why-wrong_otp')} ${t('why-wrong_otp.unlock')}`);
    expect(till.get('customer-message').textContent).toBe('OTP verification failed');
  });

  it('is asked for anew after the cool-down only', async () => {
    const till = await Till.open(views.otpAsked());
    expect(till.text('otp-resend')).toContain('24 s');
    expect(till.isArmed('otp-resend')).toBe(false);
    await till.press('otp-resend');
    expect(till.engine.commands).toEqual([]);

    const asked = views.otpAsked();
    await till.show({ ...asked, customer: { ...asked.customer, resend_at_ms: null } });
    await till.press('otp-resend');
    expect(till.engine.names()).toEqual(['otp_resend']);
  });

  it('a blocked customer is told where the cashier looks', async () => {
    const till = await Till.open(views.otpAsked());
    await till.show(views.blocked());
    expect(till.text('otp-error')).toContain('blocked this customer for one day');
    expect(till.find('otp-input')).toBeNull();
  });
});

describe('relinking', () => {
  it('keeps the cart, sends nothing by itself, and has one button', async () => {
    const till = await Till.open(views.ready());
    await till.show(views.relink());
    expect(till.text('cart-total')).toBe('₹600.00');
    expect(till.all('cart-line')).toHaveLength(2);
    expect(till.engine.commands).toEqual([]);

    await till.press('relink');
    expect(till.engine.names()).toEqual(['relink']);
  });
});

describe('a linked customer', () => {
  it('is shown masked with the age of the link', async () => {
    const till = await Till.open(views.ready());
    expect(till.text('customer-masked')).toBe('•••••• 3210');
    expect(document.body.textContent).toContain('Wallet linked 3 min ago');
  });

  it('is unlinked in two presses', async () => {
    const till = await Till.open(views.ready());
    await till.press('customer-unlink');
    expect(till.engine.commands).toEqual([]);
    await till.press('customer-unlink-confirm');
    expect(till.engine.names()).toEqual(['customer_unlink']);
  });
});
