import { describe, expect, it } from 'vitest';
import type { HookView } from '../src/backend/contract';
import * as views from '../src/fixtures/views';
import { Till } from './window';

async function settings(hook: Partial<HookView>, tells = true): Promise<Till> {
  const view = views.ready();
  view.preferences.hook = { ...view.preferences.hook, program: 'tell-customer', ...hook };
  view.preferences.chosen.hook.tells = tells;
  const till = await Till.open(view);
  await till.settings('customer');
  return till;
}

describe('telling the customer', () => {
  it('cannot be turned on where no program is named', async () => {
    const till = await settings({ program: null }, false);
    expect(till.find('hook-tells')).toBeNull();
    expect(till.text('hook-none')).toContain('Nobody is told anything');
  });

  it('is turned on by a manager, and stays off when that is refused', async () => {
    const till = await settings({}, false);
    expect(till.find('hook-standing')).toBeNull();
    till.engine.answerNext({ code: 'no_hook' });
    await till.press('hook-tells');
    expect(till.engine.commands).toEqual([{ command: 'preferences', preference: 'hook', tells: true }]);
    expect(till.text('hook-error')).toContain('Nothing was changed');
    expect(till.field('hook-tells').checked).toBe(false);
  });

  it('says how it goes: all taken, waiting and why, given up', async () => {
    const well = await settings({});
    expect(well.text('hook-standing')).toBe('Every message was taken.');
    await well.close();
    const hung = await settings({
      waiting: 3,
      given_up: 1,
      trouble: 'tell-customer did not end and was ended',
    });
    expect(hung.text('hook-trouble')).toContain('did not end');
    expect(hung.text('hook-trouble')).toContain('no sale waits for it');
    expect(hung.text('hook-standing')).toContain('3 messages wait.');
    expect(hung.text('hook-standing')).toContain('1 message was given up');
  });
});
