import type { BillChangeView } from '../../backend/contract';

/** The bill beyond its bare lines: items, discounts, parked bills, what was delivered. */
export const bill = {
  field: 'Amount in rupees, an item, or a scan',
  hint: 'Amount, item or scan',
  found: (count: number) => (count === 1 ? '1 item found' : `${count} items found`),
  open: 'amount known later',
  holds: (amount: string) => `${amount} is held for it at least`,
  listed: (amount: string) => `catalogue price ${amount}`,
  perUnit: (quantity: string, unit: string, price: string) => `${quantity} ${unit} × ${price}`,
  discount: 'Discount',
  discountHint: '50 or 10%',
  discountOf: (what: string) => `Discount ${what}`,
  note: 'Note for the paper',
  terms: 'Discount, note',
  termsSave: 'Save',
  subtotal: 'Sum of the lines',
  gst: (rate: string, tax: string, of: string) => `GST ${rate} in ${of}: ${tax}`,
  total: 'Total',
  toHold: 'Held for it',
  toHoldWhy: 'more than the total, because amounts are known later',
  minutes: (minutes: number) => `for ${minutes} min`,
  scanned: (code: string) => `${code} is in the cart.`,
  addUnknown: 'Add to the catalogue',
  scanLocked: 'The till is locked. The scan was not taken.',
  putAside: (file: string) => `Parked bills could not be read. Their file was kept as ${file}.`,
};

export const park = {
  park: 'Park',
  name: 'Name or number (may be empty)',
  go: 'Park the bill',
  back: 'Back',
  parked: (count: number) => `Parked ${count}`,
  title: 'Parked bills',
  none: 'No bill is parked.',
  unnamed: (number: number) => `Bill ${number}`,
  named: (number: number, name: string) => `${number} · ${name}`,
  lines: (count: number) => (count === 1 ? '1 line' : `${count} lines`),
  by: (cashier: string, ago: string) => `${cashier}, ${ago}`,
  recall: 'Bring back',
  throwAway: 'Throw away',
  throwAsk: 'Throw this bill away? Nothing was held for it.',
  throwYes: 'Throw it away',
  throwNo: 'Keep it',
  instead: 'A bill that stands on the screen is parked in its place.',
  close: 'Close',
};

export const delivered = {
  begin: 'Enter what was delivered',
  title: 'What was delivered',
  total: 'Delivered',
  undo: 'Back to the held bill',
  over: (amount: string) =>
    `This is ${amount} more than is held. Take something out, or capture what is held at most.`,
  since: 'Changed since the hold',
  same: 'Delivered as it was held.',
  held: 'Held',
  typed: (total: string) => `The amount was typed. The final cart comes to ${total}.`,
  bill: 'The bill',
  change: {
    added: (name: string, _before: string, after: string) => `${name} added: ${after}`,
    removed: (name: string, before: string) => `${name} taken out: ${before}`,
    quantity: (name: string, before: string, after: string) => `${name}: quantity ${before} → ${after}`,
    price: (name: string, before: string, after: string) => `${name}: price ${before} → ${after}`,
    line_discount: (name: string, before: string, after: string) =>
      `${name}: discount ${before || 'none'} → ${after || 'none'}`,
    discount: (_name: string, before: string, after: string) =>
      `Discount of the bill ${before || 'none'} → ${after || 'none'}`,
  } as Record<BillChangeView['kind'], (name: string, before: string, after: string) => string>,
};
