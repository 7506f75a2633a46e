import { describe, expect, it } from 'vitest';
import type { ErrorCode, WhyCode } from '../src/backend/contract';
import { minutes, shareLeft, shortly, since } from '../src/words/time';
import { en } from '../src/words/en';

describe('the catalogue', () => {
  it('has the six words and no other', () => {
    expect(Object.values(en.word)).toEqual([
      'Sending',
      'Not sure yet',
      'Held',
      'Captured',
      'Released',
      'Failed',
    ]);
  });

  it('has a plain sentence for each reason and each refusal, with and without its particular', () => {
    const nothing = { amount: '', detail: '' };
    const something = { amount: '₹10,000.00', detail: '7' };
    for (const code of Object.keys(en.why) as WhyCode[]) {
      for (const particular of [nothing, something]) {
        for (const text of en.why[code](particular)) expect(text, code).toMatch(/^[A-Z“].*[.!]$/);
      }
    }
    for (const code of Object.keys(en.error) as ErrorCode[]) {
      for (const detail of ['', '7']) expect(en.error[code](detail), code).toMatch(/^[A-Z“].*[.)]$/);
    }
  });

  it('puts the most that can be added into the sentence', () => {
    const [, unlock] = en.why.balance_too_low_top_up_possible({ amount: '₹10,000.00', detail: '' });
    expect(unlock).toContain('up to ₹10,000.00');
  });

  it('has a headline for every state of a sale', () => {
    const states = 'Draft HoldAsked HoldUnknown HoldRefused HoldAbsent Held CaptureAsked CaptureUnknown';
    const more = 'CaptureAccepted Paid NotPaid CancelAsked CancelUnknown Released Expired NeedsPerson';
    expect(Object.keys(en.state).sort()).toEqual(`${states} ${more}`.split(' ').sort());
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
    expect(shareLeft(60, 60, 90)).toBe(0);
    expect(shareLeft(600, 60, 0)).toBe(100);
    expect(shareLeft(60, 0, 30)).toBe(0);
  });
});
