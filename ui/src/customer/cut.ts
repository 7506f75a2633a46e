import type { CustomerDisplayView } from '../backend/contract';

type Bill = NonNullable<CustomerDisplayView['bill']>;

/** The lines that there is room for, and how many are left out before them. */
export interface Cut {
  lines: Bill['lines'];
  earlier: number;
}

/** The newest lines are what the customer has just seen put on the bill; one row goes to "+ n more" where some are left out. */
export function cut(bill: Bill, rows: number): Cut {
  const all = bill.lines.length;
  if (bill.earlier === 0 && all <= rows) return { lines: bill.lines, earlier: 0 };
  const shown = Math.max(0, Math.min(all, rows - 1));
  return { lines: bill.lines.slice(all - shown), earlier: bill.earlier + all - shown };
}
