import { afterEach, describe, expect, it } from 'vitest';
import english from '../../languages/en.ftl?raw';
import { adopt, FIRST, language, speak } from '../src/words/catalogue';
import { minutes, shareLeft, shortly, since } from '../src/words/time';
import { t, tell, toldError, toldState, toldWhy } from '../src/words/words';

describe('a message', () => {
  afterEach(() => adopt(FIRST, english));

  it('has a form with its particular and one without', () => {
    const told = (amount_text: string | null): string =>
      toldWhy({ code: 'balance_too_low_top_up_possible', amount_text, detail: null })[1];
    expect(told('₹10,000.00')).toContain('add up to ₹10,000.00.');
    expect(told(null)).toContain('add money.');
    expect(toldError({ code: 'otp_too_soon', detail: '7' })).toBe('Wait 7 s before asking for another OTP.');
    expect(toldError({ code: 'otp_too_soon' })).toContain('Wait a moment before');
  });

  it('of a code that nobody knows says that the engine and the window do not fit', () => {
    expect(toldError({ code: 'of_tomorrow' as never })).toContain('(of_tomorrow)');
    expect(toldState('OfTomorrow', '₹5.00')).toBe('₹5.00');
    expect(tell('next-OfTomorrow')).toBeNull();
  });

  it('writes figures plainly in every language', () => {
    for (const name of [FIRST, 'mr', 'ta']) {
      adopt(name, english);
      expect(t('settings-minutes', { count: 123_456 })).toBe('123456 minutes');
    }
  });

  it('chooses its form by the number', () => {
    expect(t('holds-held-count', { count: 1 })).toBe('1 hold');
    expect(t('holds-held-count', { count: 2 })).toBe('2 holds');
    expect(t('bar-queue', { count: 0 })).toBe('Queue 0');
  });

  it('stays in the language there is when another cannot be had', async () => {
    await speak('xx');
    expect(language()).toBe(FIRST);
    expect(document.documentElement.lang).toBe(FIRST);
    expect(t('holds-title')).toBe('Holds');
  });

  it('with a state’s name is there for every state of a sale, and the words are six', () => {
    const states = 'Draft HoldAsked HoldUnknown HoldRefused HoldAbsent Held CaptureAsked CaptureUnknown';
    const more = 'CaptureAccepted Paid NotPaid CancelAsked CancelUnknown Released Expired NeedsPerson';
    for (const state of `${states} ${more}`.split(' '))
      expect(tell(`state-${state}`, { amount: '' })).not.toBeNull();
    expect(english.match(/^word-\w+/gm)).toHaveLength(6);
  });
});

describe('times', () => {
  it.each([
    [41 * 60_000 + 12_000, '41:12'],
    [65_000, '1:05'],
    [4_001, '0:05'],
    [0, '0:00'],
    [-5_000, '0:00'],
    [3_725_000, '1:02:05'],
  ])('%d ms left is %s', (left_ms, text) => expect(minutes(left_ms)).toBe(text));

  it('are short when they are', () => {
    expect(shortly(4_000)).toBe('4 s');
    expect(shortly(90_000)).toBe('1:30');
    expect(since(1_000)).toBe('just now');
    expect(since(12_400)).toBe('12 s ago');
    expect(since(3 * 60_000)).toBe('3 min ago');
    expect(since(49 * 3_600_000)).toBe('2 days ago');
  });

  it('are a share of a hold’s life between nothing and all of it', () => {
    expect(shareLeft(60, 60, 30)).toBe(50);
    expect(shareLeft(3_600, 3_600, 1)).toBe(100);
    expect(shareLeft(3_600, 3_600, 36)).toBe(99);
    expect(shareLeft(60, 60, 90)).toBe(0);
    expect(shareLeft(600, 60, 0)).toBe(100);
    expect(shareLeft(60, 0, 30)).toBe(0);
  });
});
