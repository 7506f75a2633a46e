import { describe, expect, it } from 'vitest';
import * as views from '../src/fixtures/views';
import { t } from '../src/words/words';
import { Till } from './window';

describe('when the till takes no money', () => {
  it('shows one screen: what happened, the open sales, what only PhonePe has said, and the way back', async () => {
    const till = await Till.open(views.diskFull());
    expect(till.text('notice')).toContain('The books cannot be written.');
    expect(till.text('notice')).toContain('the disk is full');
    expect(till.text('stop-money')).toContain(t('stop-some'));
    expect(till.text('stop-asking')).toBe(t('stop-asking'));
    const sales = till.all('stop-sale').map((sale) => [sale.dataset['state'], sale.dataset['unwritten']]);
    expect(sales).toEqual([
      ['HoldUnknown', 'false'],
      ['Held', 'false'],
      ['Held', 'false'],
      ['Paid', 'true'],
    ]);
    expect(till.all('stop-sale').at(-1)?.textContent).toContain(t('stop-unwritten'));
    for (const gone of ['pay-button', 'mobile-input', 'nav-holds', 'open-holds', 'new-sale']) {
      expect(till.find(gone)).toBeNull();
    }
  });

  it('moves nothing by any key', async () => {
    const till = await Till.open(views.diskFull());
    for (const key of ['F2', 'F3', 'F4', 'F5', 'F7', 'F9', 'Enter', 'Escape']) await till.key(key);
    expect(till.engine.commands).toEqual([]);
  });

  it('tries again, says when the books are still closed, and gives way to the till when they are not', async () => {
    const till = await Till.open(views.diskFull());
    till.engine.answerNext({ code: 'books_closed' });
    await till.press('stop-retry');
    expect(till.text('stop-failed')).toBe(t('stop-still'));
    await till.press('stop-retry');
    expect(till.engine.opened).toEqual(['books', 'books']);
    expect(till.find('stop-failed')).toBeNull();
    await till.show(views.ready());
    expect(till.find('notice')).toBeNull();
    expect(till.isArmed('pay-button')).toBe(true);
  });

  it('says that no sale is open only when that is known', async () => {
    const at_rest = await Till.open(views.diskFullAtRest());
    expect(at_rest.text('stop-money')).toContain(t('stop-none'));
    await at_rest.close();
    const unread = await Till.open(views.unreadable());
    expect(unread.text('stop-money')).toContain(t('stop-not-known'));
    expect(unread.text('stop-money')).not.toContain(t('stop-none'));
    expect(unread.get('stop-money').dataset['known']).toBe('false');
  });

  it('offers no retry of books that were doctored, but an export', async () => {
    const till = await Till.open(views.tampered());
    expect(till.find('stop-retry')).toBeNull();
    await till.press('notice-export');
    expect(till.text('notice-path')).toContain('/home/asha/holdfast-salvage.json');
  });

  it('says that PhonePe cannot be asked when it cannot', async () => {
    const view = views.contradicted();
    if (view.stop) view.stop.asking = false;
    const till = await Till.open(view);
    expect(till.text('stop-asking')).toBe(t('stop-not-asking'));
  });
});

describe('after a restore', () => {
  it('says how much is gone until a person has read it', async () => {
    const till = await Till.open(views.restored());
    expect(till.text('notice')).toContain('12 records are gone.');
    expect(till.find('pay-button')).not.toBeNull();
    await till.press('restore-seen');
    expect(till.engine.commands).toEqual([{ command: 'restore_seen' }]);
  });
});

describe('the daily backup', () => {
  it('is told in settings, taken or failed', async () => {
    const till = await Till.open(views.ready());
    await till.settings('books');
    expect(till.text('settings-backup')).toBe('taken 5 h ago');
    const view = views.ready();
    const settings = { ...view.settings, backup_failed: 'the disk is full' };
    const notice = {
      code: 'backup_failed',
      blocks: false,
      detail: 'the disk is full',
      can_export: false,
    } as const;
    await till.show({ ...view, settings, notice });
    expect(till.text('settings-backup')).toBe('failed: the disk is full');
    expect(till.text('notice')).toContain('Sales go on.');
  });
});
