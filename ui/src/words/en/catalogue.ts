import type { ErrorCode, WrongLineView } from '../../backend/contract';

const column: Record<WrongLineView['column'], string> = {
  code: 'Code',
  name: 'Name',
  barcode: 'Barcode',
  price: 'Price in rupees, GST included',
  unit: 'Unit',
  gst: 'GST %',
  hsn: 'HSN',
  hold: 'Hold at least, rupees',
  expiry_minutes: 'Hold for minutes',
};

const whys: Record<WrongLineView['why'], string> = {
  missing: 'it is empty.',
  too_long: 'it is too long.',
  not_an_amount: 'this is no amount. Write rupees, such as 18 or 1,250.50.',
  too_large: 'this amount is larger than the till takes.',
  not_a_rate: 'this is no percentage up to 100.',
  not_minutes: 'write whole minutes from 1 to 10080.',
  shortened: 'a spreadsheet has shortened this barcode. Format the column as text and save again.',
  no_price_no_hold: 'give a price, or an amount to hold if the price is known later.',
  taken: 'another item has the same one.',
};

/** The list of items and services. */
export const catalogue = {
  title: 'Catalogue',
  count: (count: number) => (count === 1 ? '1 item' : `${count} items`),
  none: 'There are no items yet. Add one, or import a CSV file.',
  lead: 'Items and services with their prices. Each change is written into the books.',
  search: 'Find an item',
  more: 'There are more. Type a part of the name.',
  add: 'Add an item',
  change: (name: string) => `Change ${name}`,
  edit: 'Change',
  remove: 'Remove',
  removeAsk: 'Remove this item? Bills that have it keep it.',
  removeYes: 'Remove it',
  removeNo: 'Keep it',
  save: 'Save',
  back: 'Back',
  newItem: 'New item',
  later: 'known later',
  importFile: 'Import CSV…',
  exportFile: 'Export CSV',
  exported: (path: string) => `The catalogue is in ${path}`,
  reading: 'Reading…',
  unreadable: 'The catalogue’s file cannot be read; it was left as it is. Import a file to replace it.',
  previewOf: (name: string) => `${name} would make:`,
  rows: 'Lines',
  added: 'New',
  changed: 'Changed',
  removed: 'Removed',
  same: 'As before',
  wrong: 'Wrong',
  column,
  wrongLine: (line: number, columnName: string, why: string, found: string) =>
    found ? `Line ${line}, ${columnName} “${found}”: ${why}` : `Line ${line}, ${columnName}: ${why}`,
  asLine: (line: number) => `the same as in line ${line}.`,
  why: whys,
  price: (name: string, before: string, after: string) => `${name}: ${before} → ${after}`,
  moreWrong: (count: number) => `${count} more wrong lines`,
  take: 'Replace the catalogue',
  takeRight: (count: number) => (count === 1 ? 'Take the one right line' : `Take the ${count} right lines`),
  cancel: 'Leave it as it is',
  taken: 'The catalogue has been replaced.',
  saved: 'Saved.',
};

type Codes =
  | 'discount'
  | 'discount_too_large'
  | 'note_long'
  | 'bill_locked'
  | 'scan_unknown'
  | 'no_such_item'
  | 'catalogue_reading'
  | 'catalogue_unreadable'
  | 'catalogue_columns'
  | 'item_wrong'
  | 'catalogue_wrong_lines'
  | 'catalogue_moved'
  | 'nothing_to_park'
  | 'park_full'
  | 'park_name_long'
  | 'no_such_bill'
  | 'bills_not_kept';

export const cartErrors: Record<Extract<ErrorCode, Codes>, (detail: string) => string> = {
  discount: () => 'A discount is rupees, such as 50, or a percentage up to 100, such as 10%.',
  discount_too_large: () => 'The discount is larger than what it is taken from.',
  note_long: () => 'The note is too long; 200 characters are the most.',
  bill_locked: () =>
    'This bill belongs to a sale that is under way, so nothing was added. F2 starts a new one.',
  scan_unknown: (detail) => `The catalogue has no ${detail}. Nothing was added.`,
  no_such_item: () => 'This item is no longer in the catalogue.',
  catalogue_reading: () => 'The catalogue is still being read. Scan again in a moment.',
  catalogue_unreadable: () => 'The catalogue cannot be read. A manager can import it again in Settings.',
  catalogue_columns: (detail) =>
    `The column ${detail} is missing, unknown or there twice. A catalogue has code, name and price, and may have barcode, unit, gst, hsn, hold and expiry_minutes, with commas between. Nothing was changed.`,
  item_wrong: (detail) => {
    const [name, why] = detail.split(':');
    return name && why && name in column && why in whys
      ? `${column[name as keyof typeof column]}: ${whys[why as keyof typeof whys]}`
      : 'This item is not right. Nothing was changed.';
  },
  catalogue_wrong_lines: (detail) => `Lines are wrong: ${detail}. Nothing was changed.`,
  catalogue_moved: () => 'The catalogue was changed since this file was looked at. Choose the file again.',
  nothing_to_park: () => 'There is nothing on this bill to park.',
  park_full: (detail) =>
    `There is no room for another parked bill${detail ? `; ${detail} are the most` : ''}. Bring one back first.`,
  park_name_long: (detail) => `This name is too long; ${detail || 'fewer'} letters are the most.`,
  no_such_bill: () => 'This bill is no longer parked.',
  bills_not_kept: (detail) => `The disk did not take it${detail ? `: ${detail}` : ''}. Nothing has changed.`,
};
