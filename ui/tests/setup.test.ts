import { describe, expect, it, vi } from 'vitest';
import { checkedAccount } from '../src/fixtures/health';
import { signedIn } from '../src/fixtures/people';
import * as views from '../src/fixtures/views';
import type { SetupView } from '../src/backend/contract';
import { Till } from './window';

async function typed(checked: Partial<SetupView> = {}): Promise<Till> {
  const till = await Till.open(views.empty());
  till.engine.checked = { ...checkedAccount(), ...checked };
  await till.settings('account');
  await till.press('setup-open');
  await till.type('setup-merchant', 'MID');
  await till.type('setup-salt-key', 'a-salt-key');
  return till;
}

async function checked(change: Partial<SetupView> = {}): Promise<Till> {
  const till = await typed(change);
  till.get('setup-check').click();
  await vi.waitFor(() => expect(till.find('setup-found')).not.toBeNull());
  return till;
}

describe('setting a store up', () => {
  it('checks first, forgets the salt key at once, and keeps what was checked', async () => {
    const till = await checked();
    expect(till.engine.setups).toEqual([
      {
        profile: 'production',
        base_url: 'https://mercury-t2.phonepe.com',
        merchant_id: 'MID',
        salt_index_text: '1',
        salt_key: 'a-salt-key',
      },
    ]);
    expect((till.get('setup-salt-key') as HTMLInputElement).value).toBe('');
    expect((till.get('setup-salt-key') as HTMLInputElement).type).toBe('password');
    expect(till.text('setup-found')).toContain('answered in 120 ms');
    await till.press('setup-keep');
    await vi.waitFor(() => expect(till.find('setup-kept')).not.toBeNull());
    await till.press('setup-restart');
    expect(till.engine.opened).toEqual(['keep c0ffee', 'restart']);
  });

  it('offers to keep what was not good only by a plain word', async () => {
    const till = await checked({ found: { is: 'wrong_key', code: 'AUTHORIZATION_FAILED' }, is_good: false });
    expect(till.find('setup-keep')).toBeNull();
    expect(till.text('setup-found')).toContain('AUTHORIZATION_FAILED');
    await till.press('setup-keep-unchecked');
    await vi.waitFor(() => expect(till.engine.opened).toEqual(['keep c0ffee unchecked']));
  });

  it('loses nothing that was typed when it is refused', async () => {
    const till = await typed();
    till.engine.answerNext({ code: 'setup_unusable', detail: 'the base URL cannot be read' });
    till.get('setup-check').click();
    await vi.waitFor(() => expect(till.text('setup-error')).toContain('the base URL cannot be read'));
    expect((till.get('setup-merchant') as HTMLInputElement).value).toBe('MID');
    expect((till.get('setup-salt-key') as HTMLInputElement).value).toBe('a-salt-key');
  });

  it('is not for a cashier', async () => {
    const till = await Till.open({ ...views.empty(), staff: signedIn('Asha') });
    await till.settings('account');
    expect(till.find('setup')).toBeNull();
  });
});
