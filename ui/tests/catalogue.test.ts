import { expect, it } from 'vitest';
import * as views from '../src/fixtures/views';
import { Till } from './window';

async function open(can_edit = true): Promise<Till> {
  const till = await Till.open({ ...views.empty(), bills: { ...views.stocked(), can_edit } });
  await till.settings('catalogue');
  return till;
}

async function choose(till: Till): Promise<void> {
  const field = till.field('catalogue-file');
  Object.defineProperty(field, 'files', {
    value: [new File(['code,name,price'], 'prices.csv')],
    configurable: true,
  });
  field.dispatchEvent(new Event('change', { bubbles: true }));
  // A file is read by a reader of its own, which is not the page's.
  for (
    let turn = 0;
    turn < 50 && !till.find('catalogue-preview') && !till.find('catalogue-error');
    turn += 1
  ) {
    await new Promise((resolve) => setTimeout(resolve, 1));
    await till.settle();
  }
}

it('an item is changed in its fields, and what is wrong is told there with everything still typed', async () => {
  const till = await open();
  await till.press('catalogue-edit');
  await till.type('item-price', 'ten');
  till.engine.answerNext({ code: 'item_wrong', detail: 'price:not_an_amount' });
  await till.press('item-save');
  expect(till.text('item-error')).toContain('Price');
  expect(till.field('item-price').value).toBe('ten');
  await till.type('item-price', '16');
  await till.press('item-save');
  expect(till.engine.changes.at(-1)).toEqual({
    change: 'replace',
    code: 'TEA',
    item: { ...views.teaFields(), price: '16' },
  });
  expect(till.find('item-sheet')).toBeNull();
});

it('an item is removed only after a question', async () => {
  const till = await open();
  await till.press('catalogue-edit');
  await till.press('item-remove');
  expect(till.engine.changes).toEqual([]);
  await till.press('item-remove-yes');
  expect(till.engine.changes).toEqual([{ change: 'remove', code: 'TEA' }]);
});

it('a file is looked at first, its wrong lines are told, and only then its right ones are taken', async () => {
  const till = await open();
  await choose(till);
  expect(till.get('preview-wrong').dataset['count']).toBe('2');
  expect(till.all('preview-wrong-line').map((line) => line.textContent.trim())).toEqual([
    'Line 3, Price in rupees, GST included “five”: this is no amount. Write rupees, such as 18 or 1,250.50.',
    'Line 5, Code “TEA”: the same as in line 2.',
  ]);
  expect(till.text('preview-changed-item')).toBe('Masala tea: ₹15.00 → ₹16.00');
  expect(till.text('catalogue-take')).toBe('Take the 4 right lines');
  expect(till.engine.taken).toEqual([]);
  await till.press('catalogue-take');
  expect(till.engine.taken.map(([file, rightOnly]) => [file.name, rightOnly])).toEqual([
    ['prices.csv', true],
  ]);
  expect(till.text('import-said')).not.toBe('');
});

it('a file that is no catalogue changes nothing and says why', async () => {
  const till = await open();
  till.engine.answerNext({ code: 'catalogue_columns', detail: 'colour' });
  await choose(till);
  expect(till.find('catalogue-preview')).toBeNull();
  expect(till.text('catalogue-error')).toContain('colour');
});

it('a cashier sees the catalogue and changes nothing', async () => {
  const till = await open(false);
  expect(till.all('catalogue-item')).toHaveLength(1);
  for (const mark of ['catalogue-edit', 'catalogue-add', 'catalogue-file'])
    expect(till.find(mark)).toBeNull();
});

it('an export says where it is', async () => {
  const till = await open();
  await till.press('catalogue-export');
  expect(till.text('catalogue-said')).toContain('catalogue.csv');
});
