import { describe, expect, it, vi } from 'vitest';
import type { TillView } from '../src/backend/contract';
import * as views from '../src/fixtures/views';
import { Till } from './window';

/** One of each kind of screen that the engine can put in front of the cashier. */
const SHOWN: Record<string, () => TillView> = {
  empty: views.empty,
  sendingOtp: views.sendingOtp,
  otpAsked: views.otpAsked,
  relink: views.relink,
  ready: views.ready,
  tooLow: views.tooLow,
  toppingUp: views.toppingUp,
  sending: views.sending,
  held: views.held,
  captureReview: views.captureReview,
  unknown: views.unknown,
  paid: views.paid,
  released: views.released,
  refused: views.refused,
  locked: views.locked,
  managerAsked: views.managerAsked,
  diskFull: views.diskFull,
};

function isLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

/** The screen as a whole: good while there is nothing but to wait, and nowhere else. */
function isParked(): boolean {
  return document.activeElement?.hasAttribute('data-parking') ?? false;
}

function targets(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('button, input, select, [tabindex="0"]')];
}

describe('the cursor', () => {
  it('is never lost on the way from any screen to any other', async () => {
    const till = await Till.open(views.empty());
    const all = Object.entries(SHOWN);
    // Forth and back between every two of them: each way is gone once.
    for (const [nth, [from, first]] of all.entries()) {
      for (const [to, second] of all.slice(nth + 1)) {
        await till.show(first());
        expect(isLost(), `${to} → ${from}`).toBe(false);
        await till.show(second());
        expect(isLost(), `${from} → ${to}`).toBe(false);
      }
    }
  }, 120_000);

  it.each(['filled', 'otpAsked', 'toppingUp', 'held', 'captureReview', 'managerAsked'] as const)(
    'is caught when whatever had it in %s goes away',
    async (from) => {
      const first = views[from];
      const till = await Till.open(first());
      for (let nth = 0; nth < targets().length; nth += 1) {
        await till.show(first());
        const target = targets()[nth];
        target?.focus();
        const name = `${from}: ${target?.dataset.testid ?? String(nth)}`;
        await till.show(views.unknown());
        expect(isLost(), name).toBe(false);
      }
    },
    120_000,
  );

  it('stands on the step in front as soon as there is one', async () => {
    const till = await Till.open(views.ready());
    till.get('pay-button').focus();
    await till.show(views.sending());
    expect(isParked()).toBe(true);
    await till.show(views.held());
    expect(till.cursor()).toBe('capture-amount');
  });

  it('stays in the bill when one of its lines goes', async () => {
    const till = await Till.open(views.filled());
    till.all('line-remove')[0]?.focus();
    const view = views.filled();
    view.cart.lines.splice(0, 1);
    await till.show(view);
    expect(till.cursor()).toMatch(/^line-/);
  });

  it('survives every screen, drawer and sheet that is opened and closed', async () => {
    const till = await Till.open(views.filled());
    const steps: [string, () => Promise<unknown>][] = [];
    for (const screen of ['holds', 'reports', 'reconcile', 'settings', 'till'])
      steps.push([screen, () => till.press(`nav-${screen}`)]);
    for (const key of ['F1', 'F1', 'F6', 'F2', 'F3', 'Escape']) steps.push([key, () => till.key(key)]);
    steps.push(['line form', () => till.press('line-new')]);
    steps.push(['back', () => till.press('line-back')]);
    for (const [name, step] of steps) {
      await step();
      await till.settle();
      expect(isLost(), name).toBe(false);
    }
    await till.press('nav-holds');
    await vi.waitFor(() => expect(till.find('hold-row')).not.toBeNull());
    till.all('hold-row')[0]?.click();
    await till.settle();
    expect(till.find('hold-timeline')).not.toBeNull();
    expect(isLost(), 'timeline').toBe(false);
    await till.key('Escape');
    await till.settle();
    expect(isLost(), 'timeline closed').toBe(false);
  });
});
