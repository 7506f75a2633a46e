import { describe, expect, it } from 'vitest';
import type { KeyringState } from '../src/backend/contract';
import * as views from '../src/fixtures/views';
import { t } from '../src/words/words';
import { Till } from './window';

describe('training', () => {
  it('is marked on every screen and opens the customer’s phone', async () => {
    const till = await Till.open(views.ready());
    for (const screen of ['till', 'holds', 'reports', 'settings']) {
      await till.press(`nav-${screen}`);
      expect(till.text('profile')).toBe('Training');
      expect(till.find('phone-open')).not.toBeNull();
    }
    await till.press('phone-open');
    expect(till.engine.opened).toContain('phone');
  });

  it('says in words when the phone cannot be shown', async () => {
    const till = await Till.open(views.ready());
    till.engine.answerNext({ code: 'not_allowed_now' });
    await till.press('phone-open');
    expect(till.text('said')).toBe(t('error-not_allowed_now'));
  });

  it('is not what the other profiles look like', async () => {
    for (const [profile, name] of [
      ['uat', 'UAT'],
      ['production', 'Production'],
    ] as const) {
      const till = await Till.open({ ...views.ready(), profile });
      expect(till.text('profile')).toBe(name);
      expect(till.all('profile')).toHaveLength(1);
      expect(till.find('phone-open')).toBeNull();
      await till.close();
    }
  });
});

describe('the top-up', () => {
  it('draws the QR as the engine gives it, with a quiet zone of four', async () => {
    const till = await Till.open(views.toppingUp());
    const qr = views.toppingUp().top_up?.qr;
    const drawn = till.get('topup-qr');
    expect(drawn.getAttribute('viewBox')).toBe('0 0 41 41');
    const dark = [
      ...(drawn.querySelector('path')?.getAttribute('d') ?? '').matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g),
    ];
    const rows = Array.from({ length: 33 }, () => '0'.repeat(33));
    for (const [, x, y, length] of dark) {
      const row = rows[Number(y) - 4] ?? '';
      rows[Number(y) - 4] =
        row.slice(0, Number(x) - 4) + '1'.repeat(Number(length)) + row.slice(Number(x) - 4 + Number(length));
    }
    expect(rows).toEqual(qr?.rows);
  });

  it('waits for the customer, offers other amounts, and never says that it is done', async () => {
    const till = await Till.open(views.toppingUp());
    expect(till.text('topup-waiting')).toBe(t('top-up-waiting', { amount: '₹600.00' }));
    till.all('topup-amount')[1]?.click();
    await till.press('topup-check');
    await till.press('topup-open');
    await till.press('topup-leave');
    expect(till.engine.commands).toEqual([
      { command: 'top_up_choose', amount_paise: 120_000 },
      { command: 'top_up_check' },
      { command: 'top_up_leave' },
    ]);
    expect(till.engine.opened).toEqual(['topup']);
  });

  it('offers to open only what the engine allows', async () => {
    const view = views.toppingUp();
    if (view.top_up) view.top_up.can_open = false;
    const till = await Till.open(view);
    expect(till.find('topup-open')).toBeNull();
  });

  it('turns to Pay by itself when the flags have turned', async () => {
    const till = await Till.open(views.toppingUp());
    expect(till.isArmed('pay-button')).toBe(false);
    await till.show(views.ready());
    expect(till.text('pay-button').startsWith('Pay')).toBe(true);
    expect(till.isArmed('pay-button')).toBe(true);
    expect(till.find('topup-qr')).toBeNull();
  });

  it('works without a sale', async () => {
    const till = await Till.open(views.topUpAlone());
    expect(till.text('pay-button').startsWith('Top-up')).toBe(true);
    await till.key('F4');
    expect(till.engine.names()).toEqual(['press']);
  });
});

describe('the cart', () => {
  it('adds, changes and removes a line', async () => {
    const till = await Till.open(views.filled());
    await till.press('line-new');
    expect(till.cursor()).toBe('line-name');
    await till.type('line-name', 'Tea');
    await till.type('line-quantity', '2');
    await till.type('line-price', '15');
    await till.key('Enter');
    till.all('line-edit')[0]?.click();
    await till.settle();
    expect(till.field('line-price').value).toBe('18.00');
    const quantity = till.field('line-quantity');
    const marked = quantity.value.slice(quantity.selectionStart ?? 0, quantity.selectionEnd ?? 0);
    expect(marked, 'typing replaces the whole quantity').toBe(quantity.value);
    expect(till.cursor()).toBe('line-quantity');
    await till.type('line-quantity', '25');
    await till.key('Enter');
    till.all('line-remove').at(-1)?.click();
    expect(till.engine.commands).toEqual([
      { command: 'line_add', name: 'Tea', quantity: '2', price: '15' },
      { command: 'line_change', id: 1, quantity: '25', price: '18.00' },
      { command: 'line_remove', id: 2 },
    ]);
  });

  it('keeps a refused line as it was typed', async () => {
    const till = await Till.open(views.filled());
    await till.press('line-new');
    till.engine.answerNext({ code: 'line_quantity' });
    await till.type('line-name', 'Tea');
    await till.type('line-quantity', 'two');
    await till.key('Enter');
    expect(till.text('line-error')).toBe(t('error-line_quantity'));
    expect(till.field('line-quantity').value).toBe('two');
    expect(till.field('line-name').value).toBe('Tea');
  });

  it('is locked while its sale is on the screen', async () => {
    const till = await Till.open(views.held());
    expect(till.find('line-remove')).toBeNull();
    expect(till.find('line-new')).toBeNull();
    expect(till.find('cart-locked')).not.toBeNull();
  });

  it('keeps what is typed while another screen is looked at', async () => {
    const till = await Till.open(views.empty());
    await till.type('amount-input', '60');
    await till.press('nav-holds');
    await till.press('nav-till');
    expect(till.field('amount-input').value).toBe('60');
  });
});

describe('the open holds', () => {
  it('show state, amount and time left', async () => {
    const till = await Till.open(views.filled());
    const holds = till.all('open-hold');
    expect(holds.map((hold) => [hold.dataset['ref'], hold.dataset['state']])).toEqual([
      ['S01U', 'HoldUnknown'],
      ['S01F', 'Held'],
      ['S01KAMZ3W1H5B8T2Q7C4D9E6F0A', 'Held'],
      ['S01P', 'Paid'],
    ]);
    expect(holds[0]?.textContent).toContain('next look in 4 s');
    expect(holds[1]?.textContent).toContain('3:05 left');
    expect(holds[3]?.textContent).toContain('2 min ago');
  });

  it('that have no place are counted, and lead to the board', async () => {
    const till = await Till.open({ ...views.filled(), strip_more: 5 });
    expect(till.text('open-holds-more')).toBe('5 more on the board');
    await till.key('F6');
    await till.key('End');
    expect(till.cursor()).toBe('open-holds-more');
    await till.press('open-holds-more');
    expect(till.find('nav-holds')?.getAttribute('aria-current')).toBe('page');
  });

  it('put the opened hold’s next field under the cursor', async () => {
    const till = await Till.open(views.ready());
    till.all('open-hold')[1]?.click();
    await till.settle();
    await till.show(views.held());
    expect(till.cursor()).toBe('capture-amount');
  });
});

describe('settings', () => {
  it.each(['unasked', 'ready', 'locked', 'missing', 'broken', 'in_memory'] as KeyringState[])(
    'say what to do about a keyring that is %s',
    async (keyring) => {
      const view = views.ready();
      const till = await Till.open({ ...view, lamps: { ...view.lamps, keyring } });
      await till.settings('books');
      expect(till.text('settings-keyring')).toBe(t(`keyring-${keyring}.sentence`));
    },
  );

  it('check the key, and name a wrong one', async () => {
    const till = await Till.open(views.ready());
    await till.settings('account');
    await till.press('settings-check');
    expect(till.engine.names()).toEqual(['settings_check']);

    const view = views.ready();
    await till.show({ ...view, settings: { ...view.settings, check: views.why('wrong_key') } });
    expect(till.text('settings-check-result')).toContain('signature is wrong');
    await till.show({ ...view, settings: { ...view.settings, check: views.why('ready') } });
    expect(till.text('settings-check-result')).toBe(t('settings-checked'));
  });
});

describe('trouble', () => {
  const damaged = { code: 'ledger_damaged', blocks: true, detail: 'event 812', can_export: true } as const;

  it('that closes the books fills the window, offers the export, and takes no money key', async () => {
    const till = await Till.open({ ...views.ready(), notice: damaged });
    expect(till.find('pay-button')).toBeNull();
    expect(till.text('notice')).toContain('The books are damaged.');
    await till.key('F4');
    await till.key('F2');
    expect(till.engine.commands).toEqual([]);

    await till.press('notice-export');
    expect(till.text('notice-path')).toContain('/home/asha/holdfast-salvage.json');
  });

  it('that does not close them is a bar above the till', async () => {
    const notice = { code: 'keyring_locked', blocks: false, detail: null, can_export: false } as const;
    const till = await Till.open({ ...views.ready(), notice });
    expect(till.text('notice')).toContain('The keyring is locked.');
    expect(till.find('pay-button')).not.toBeNull();
  });

  it('of the whole engine is said', async () => {
    const till = await Till.open(views.ready());
    const { engine } = till;
    await till.close();
    engine.subscribe = () => Promise.reject(new Error('gone'));
    const { mount } = await import('svelte');
    const { default: App } = await import('../src/App.svelte');
    mount(App, { target: document.body, props: { backend: engine } });
    await till.settle();
    expect(till.text('no-engine')).toBe(t('bar-no-engine'));
  });
});

describe('a view', () => {
  it('that is older than the one on the screen is not shown', async () => {
    const till = await Till.open({ ...views.ready(), revision: 20 });
    let tell: (view: ReturnType<typeof views.ready>) => void = () => undefined;
    const { engine } = till;
    await till.close();
    engine.subscribe = (onView) => {
      tell = onView;
      onView({ ...views.held(), revision: 20 });
      return Promise.resolve();
    };
    const { mount } = await import('svelte');
    const { default: App } = await import('../src/App.svelte');
    mount(App, { target: document.body, props: { backend: engine } });
    await till.settle();
    tell({ ...views.ready(), revision: 19 });
    await till.settle();
    expect(till.text('sale-state')).toBe('Held');
  });
});
