import type { CustomerDisplayView } from '../backend/contract';

type Bill = NonNullable<CustomerDisplayView['bill']>;
type Line = Bill['lines'][number];

/** The lines that there is room for, and how many are left out before them. */
export interface Cut {
  lines: Line[];
  earlier: number;
}

/** How many rows a line takes: its quantity stands under it. */
export function rowsOf(line: Line): number {
  return line.quantity_text === '' ? 1 : 1.6;
}

/** The newest lines are what the customer has just seen put on the bill; one row goes to "+ n more" where some are left out. */
export function cut(bill: Bill, rows: number): Cut {
  const whole = newest(bill.lines, rows);
  if (bill.earlier === 0 && whole.length === bill.lines.length) return { lines: whole, earlier: 0 };
  const lines = newest(bill.lines, rows - 1);
  return { lines, earlier: bill.earlier + bill.lines.length - lines.length };
}

function newest(lines: Line[], rows: number): Line[] {
  let left = rows;
  let from = lines.length;
  for (const line of [...lines].reverse()) {
    left -= rowsOf(line);
    // A hair of a row is a matter of rounding.
    if (left < -0.01) break;
    from -= 1;
  }
  return lines.slice(from);
}
