import { describe, expect, it } from 'vitest';
import type { TillView } from '../src/backend/contract';
import * as views from '../src/fixtures/views';
import { Till } from './window';

const PIN = '482913';

function staffCommands(till: Till): unknown[] {
  return till.engine.commands.filter(({ command }) => command === 'staff');
}

function withRefusal(view: TillView, code: 'pin_wrong' | 'keyring_locked', name: string): TillView {
  return { ...view, staff: { ...view.staff, refusal: { code }, refused_name: name } };
}

describe('a locked till', () => {
  it('shows who may come in and nothing of the till', async () => {
    const till = await Till.open(views.locked());
    for (const name of ['Asha', 'Meena', 'Ravi Kumar']) expect(till.find(`staff-${name}`)).not.toBeNull();
    for (const mark of ['amount-input', 'pay-button', 'open-holds', 'nav-holds', 'who', 'lock']) {
      expect(till.find(mark), mark).toBeNull();
    }
    expect(till.find('pin-input'), 'the name comes first').toBeNull();
  });

  it('lets somebody in by name and PIN, with Enter too, and keeps no PIN', async () => {
    const till = await Till.open(views.locked());
    await till.press('staff-Asha');
    expect(till.cursor()).toBe('pin-input');
    expect(till.field('pin-input').type).toBe('password');
    await till.type('pin-input', PIN);
    await till.key('Enter');
    expect(till.engine.commands).toEqual([{ command: 'staff', staff: 'sign_in', name: 'Asha', pin: PIN }]);
    expect(till.field('pin-input').value).toBe('');
    expect(document.body.innerHTML).not.toContain(PIN);
  });

  it('tells a wrong PIN beside the field of that name only', async () => {
    const till = await Till.open(views.locked());
    await till.press('staff-Asha');
    await till.show(withRefusal(views.locked(), 'pin_wrong', 'Asha'));
    expect(till.text('pin-error')).toContain('not the PIN of that name');
    await till.press('staff-Meena');
    expect(till.find('pin-error')).toBeNull();
  });

  it('counts a wait down, takes no PIN meanwhile, and says who can help', async () => {
    const till = await Till.open(views.lockedWaiting());
    expect(till.text('staff-Asha')).toContain('again in 28 s');
    await till.press('staff-Asha');
    expect(till.text('pin-wait')).toContain('Wait 28 s');
    expect(till.text('pin-wait')).toContain('a manager can set a new PIN');
    await till.type('pin-input', PIN);
    await till.press('pin-submit');
    expect(till.engine.commands).toEqual([]);
    await till.press('staff-Meena');
    expect(till.find('pin-wait')).toBeNull();
  });

  it('says that the keyring must be unlocked, and forgets nothing', async () => {
    const till = await Till.open(views.locked());
    await till.press('staff-Asha');
    await till.show(withRefusal(views.locked(), 'keyring_locked', 'Asha'));
    expect(till.text('pin-error')).toContain('Unlock it, then try again');
  });

  it('hears no key of the till', async () => {
    const till = await Till.open(views.locked());
    for (const key of ['F2', 'F3', 'F4', 'F5', 'F7', 'F9', 'F10', 'Escape']) await till.key(key);
    expect(till.engine.commands).toEqual([]);
  });

  it('is left to the screen that says that money stopped', async () => {
    const till = await Till.open({ ...views.locked(), ...views.diskFull(), staff: views.locked().staff });
    expect(till.find('lock-screen')).toBeNull();
    expect(till.find('stop-money')).not.toBeNull();
  });
});

describe('whoever is signed in', () => {
  it('stands in the bar and locks with F10 or the button', async () => {
    const till = await Till.open(views.ashasBill());
    expect(till.text('who')).toContain('Asha');
    await till.key('F10');
    await till.press('lock');
    expect(staffCommands(till).filter((one) => (one as { staff: string }).staff === 'lock')).toHaveLength(2);
  });

  it('without staff is told where to add somebody', async () => {
    const till = await Till.open(views.empty());
    expect(till.find('lock')).toBeNull();
    await till.key('F10');
    expect(till.engine.commands).toEqual([]);
    expect(till.text('said')).toContain('Settings, Staff');
    await till.press('staff-offer');
    expect(till.find('staff-none')).not.toBeNull();
  });

  it('finds the half-typed amount again after the lock, and nobody else does', async () => {
    const till = await Till.open({ ...views.empty(), staff: views.signedIn('Asha') });
    await till.type('amount-input', '450');
    await till.show(views.locked());
    await till.show({ ...views.empty(), staff: views.signedIn('Meena') });
    expect(till.field('amount-input').value).toBe('');
    await till.type('amount-input', '75');
    await till.show({ ...views.empty(), staff: views.signedIn('Asha') });
    expect(till.field('amount-input').value).toBe('450');
    await till.show(views.locked());
    await till.show({ ...views.empty(), staff: views.signedIn('Meena') });
    expect(till.field('amount-input').value).toBe('75');
  });

  it('is warned before the till locks itself', async () => {
    const soon = { ...views.signedIn('Asha'), locks_at_ms: views.NOW_MS + 20_000 };
    const till = await Till.open({ ...views.empty(), staff: soon });
    expect(till.text('lock-soon')).toContain('locks in 20 s');
    await till.show({ ...views.empty(), staff: views.signedIn('Asha') });
    expect(till.find('lock-soon')).toBeNull();
  });

  it('keeps the till awake by typing, told to the engine now and then', async () => {
    const till = await Till.open({ ...views.empty(), staff: views.signedIn('Asha') });
    for (const at of [1_000, 2_000, 20_999, 21_000]) await till.key('5', { at });
    expect(staffCommands(till)).toEqual([
      { command: 'staff', staff: 'awake' },
      { command: 'staff', staff: 'awake' },
    ]);
  });
});

describe('over the limit', () => {
  it('is said before the press', async () => {
    const till = await Till.open(views.overLimit());
    expect(till.isArmed('pay-button')).toBe(true);
    expect(till.text('pay-why')).toContain('This is over your limit.');
  });

  it('asks for a manager’s PIN in the place of the button and goes on with the same press', async () => {
    const till = await Till.open(views.managerAsked());
    expect(till.text('approval')).toContain('A manager’s PIN for ₹20,000.00');
    expect(till.find('pay-button')).toBeNull();
    expect(till.cursor()).toBe('pin-input');
    await till.type('pin-input', PIN);
    await till.key('Enter');
    expect(staffCommands(till), 'Enter never moves money').not.toContainEqual(
      expect.objectContaining({ staff: 'approve' }),
    );
    expect(till.text('said')).toContain('Enter does not approve');
    await till.key('F4');
    expect(till.engine.commands.at(-1)).toEqual({
      command: 'staff',
      staff: 'approve',
      action_id: 'action-1',
      manager: 'Meena',
      pin: PIN,
    });
    expect(till.field('pin-input').value).toBe('');
  });

  it('leaves the cursor in a half-typed PIN when something else happens at the till', async () => {
    const till = await Till.open(views.managerAsked());
    await till.type('pin-input', '482');
    till.field('pin-input').setSelectionRange(3, 3);
    await till.show(views.managerAsked());
    expect(till.field('pin-input').selectionStart, 'nothing is selected').toBe(3);
    expect(till.field('pin-input').value).toBe('482');
  });

  it('does not approve by Enter on the button either', async () => {
    const till = await Till.open(views.managerAsked());
    await till.type('pin-input', PIN);
    till.get('pin-submit').focus();
    await till.key('Enter');
    expect(staffCommands(till)).not.toContainEqual(expect.objectContaining({ staff: 'approve' }));
    await till.press('pin-submit');
    expect(till.engine.commands.at(-1)).toMatchObject({ staff: 'approve' });
  });

  it('tells a manager’s wrong PIN there and lets it be left with Esc', async () => {
    const till = await Till.open(views.managerAsked());
    await till.show(withRefusal(views.managerAsked(), 'pin_wrong', 'Meena'));
    expect(till.text('pin-error')).toContain('Nothing was done');
    await till.key('Escape');
    expect(till.engine.commands.at(-1)).toEqual({ command: 'staff', staff: 'approval_leave' });
  });

  it('is asked in the panel of a capture too, under both halves', async () => {
    const till = await Till.open(views.managerAskedAtCapture());
    expect(till.find('review-capture')).not.toBeNull();
    expect(till.find('capture-confirm')).toBeNull();
    await till.type('pin-input', PIN);
    await till.key('F4');
    expect(till.engine.commands.at(-1)).toMatchObject({ staff: 'approve', manager: 'Meena' });
  });

  it('is asked above the screen for what has no panel of its own', async () => {
    const view = views.managerAsked();
    const approval = { action_id: 'a', action: 'unlink_customer', amount_text: null, managers: ['Meena'] };
    const till = await Till.open({ ...view, staff: { ...view.staff, approval } });
    expect(till.all('approval')).toHaveLength(1);
    expect(till.find('pay-button')).not.toBeNull();
    expect(till.text('approval')).toContain('Unlink a wallet: a manager’s word is needed here');
  });

  it('is greyed with its reason where no PIN helps', async () => {
    const till = await Till.open(views.denied());
    expect(till.isArmed('pay-button')).toBe(false);
    expect(till.text('pay-why')).toContain('A manager can sign in and do it');
  });
});

describe('the staff in the settings', () => {
  it('begin with a first manager, whose PIN is typed twice', async () => {
    const till = await Till.open(views.empty());
    await till.settings('staff');
    expect(till.text('staff-none')).toContain('with all rights');
    await till.type('staff-name', 'Meena');
    await till.type('staff-pin', PIN);
    await till.type('staff-pin-again', '482914');
    await till.press('staff-add');
    expect(till.text('staff-differ')).toContain('not the same');
    expect(till.engine.commands).toEqual([]);
    await till.type('staff-pin', PIN);
    await till.type('staff-pin-again', PIN);
    await till.press('staff-add');
    expect(till.engine.commands).toEqual([
      { command: 'staff', staff: 'person_add', name: 'Meena', role: 'manager', pin: PIN },
    ]);
    expect(document.body.innerHTML).not.toContain(PIN);
  });

  it('keep what was typed when the engine refuses it', async () => {
    const till = await Till.open(views.empty());
    await till.settings('staff');
    await till.type('staff-name', 'Meena');
    await till.type('staff-pin', '111111');
    await till.type('staff-pin-again', '111111');
    till.engine.answerNext({ code: 'pin_too_easy' });
    await till.press('staff-add');
    expect(till.text('staff-error')).toContain('Anybody would try this PIN first');
    expect(till.field('staff-name').value).toBe('Meena');
  });

  it('are shown to managers only', async () => {
    const till = await Till.open({ ...views.empty(), staff: views.signedIn('Asha') });
    await till.settings('staff');
    expect(till.find('staff-row')).toBeNull();
    expect(till.find('rules')).toBeNull();
    expect(till.text('staff')).toContain('Sign in as one');
  });

  it('are added, removed, promoted and given new PINs', async () => {
    const till = await Till.open(views.manager());
    await till.settings('staff');
    const row = (name: string): HTMLElement => {
      const found = till.all('staff-row').find(({ dataset }) => dataset['name'] === name);
      if (!found) throw new Error(`no row of ${name}`);
      return found;
    };
    const press = async (name: string, mark: string): Promise<void> => {
      row(name).querySelector<HTMLElement>(`[data-testid="${mark}"]`)?.click();
      await till.settle();
    };
    expect(row('Meena').querySelector('[data-testid="staff-remove"]'), 'nobody removes himself').toBeNull();
    await press('Asha', 'staff-turn-role');
    await press('Asha', 'staff-remove');
    expect(till.engine.commands).toHaveLength(1);
    await press('Asha', 'staff-remove-yes');
    await press('Ravi Kumar', 'staff-new-pin');
    await till.type('staff-pin-new', PIN);
    await till.press('staff-pin-save');
    expect(till.engine.commands).toEqual([
      { command: 'staff', staff: 'person_role', name: 'Asha', role: 'manager' },
      { command: 'staff', staff: 'person_remove', name: 'Asha' },
      { command: 'staff', staff: 'person_pin', name: 'Ravi Kumar', pin: PIN },
    ]);
  });

  it('have rules that are changed one at a time', async () => {
    const till = await Till.open(views.manager());
    await till.settings('staff');
    const change = async (element: HTMLInputElement | HTMLSelectElement, value: string): Promise<void> => {
      element.value = value;
      element.dispatchEvent(new Event('change', { bubbles: true }));
      await till.settle();
    };
    const rule = (action: string): HTMLElement => {
      const found = till.all('rule').find(({ dataset }) => dataset['action'] === action);
      if (!found) throw new Error(`no rule of ${action}`);
      return found;
    };
    const limit = rule('release').querySelector<HTMLInputElement>('[data-testid="rule-limit"]');
    if (limit) await change(limit, '500');
    const within = rule('shift_close').querySelector<HTMLSelectElement>('[data-testid="rule-within"]');
    if (within) await change(within, 'denied');
    await change(till.field('idle-minutes'), '15');
    const set = { command: 'staff', staff: 'rule_set', role: 'cashier' };
    expect(till.engine.commands).toEqual([
      { ...set, action: 'release', within: 'allowed', limit_text: '500', over: 'ask_manager' },
      { ...set, action: 'shift_close', within: 'denied', limit_text: '', over: 'allowed' },
      { command: 'staff', staff: 'idle_set', minutes: 15 },
    ]);
  });
});
