import { describe, expect, it } from 'vitest';
import type { HookTrouble, HookView } from '../src/backend/contract';
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
      trouble: { is: 'program', why: 'tell-customer did not end and was ended' },
    });
    expect(hung.text('hook-trouble')).toContain('did not end');
    expect(hung.text('hook-trouble')).toContain('no sale waits for it');
    expect(hung.text('hook-standing')).toContain('3 messages wait.');
    expect(hung.text('hook-standing')).toContain('1 message was given up');
  });

  it('names an address by its host and says that it is signed', async () => {
    const till = await settings({ program: null, host: 'gateway.example' });
    expect(till.text('hook-through')).toContain('gateway.example, signed');
    expect(till.text('hook-standing')).toBe('Every message was taken.');
  });

  it('says of an address that cannot be used why nobody is told', async () => {
    const till = await settings({ program: null, trouble: { is: 'address' } }, false);
    expect(till.find('hook-tells')).toBeNull();
    expect(till.text('hook-none')).toContain('it must begin with https://');
  });

  const troubles: [HookTrouble, string][] = [
    [{ is: 'key_missing' }, 'holdfast-admin hook-key'],
    [{ is: 'keyring_locked' }, 'nothing is sent unsigned'],
    [{ is: 'keyring_broken' }, 'Nothing is sent unsigned'],
    [{ is: 'unreachable' }, 'was not sent'],
    [{ is: 'no_answer' }, 'no answer came in time'],
    [{ is: 'status', status: 500 }, 'answered 500'],
    [{ is: 'redirected', status: 307 }, 'Nothing is sent there'],
  ];
  it.each(troubles)('tells $is in a sentence of its own', async (trouble, part) => {
    const till = await settings({ program: null, host: 'gateway.example', waiting: 1, trouble });
    expect(till.get('hook-trouble').dataset['is']).toBe(trouble.is);
    expect(till.text('hook-trouble')).toContain(part);
    expect(till.text('hook-standing')).toContain('1 message waits.');
  });
});
