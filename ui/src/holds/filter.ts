import type { ErrorCode, FilterPart, HoldsFilter } from '../backend/contract';

/** In the order in which they stand in the row. */
export const PARTS: readonly FilterPart[] = ['from', 'to', 'cashier', 'counter', 'least', 'most'];

export function noFilter(): HoldsFilter {
  return { from: '', to: '', cashier: '', counter: '', least: '', most: '' };
}

export function isEmpty(filter: HoldsFilter): boolean {
  return PARTS.every((part) => filter[part].trim() === '');
}

export function isSameFilter(one: HoldsFilter, other: HoldsFilter): boolean {
  return PARTS.every((part) => one[part].trim() === other[part].trim());
}

const REFUSED: Partial<Record<ErrorCode, FilterPart>> = {
  filter_from: 'from',
  filter_to: 'to',
  filter_days: 'to',
  filter_least: 'least',
  filter_most: 'most',
  filter_amounts: 'most',
};

/** The field that a refusal is about; undefined: it is not about the filter. */
export function refusedPart(code: ErrorCode): FilterPart | undefined {
  return REFUSED[code];
}

/** A name as the till writes it, if it is one that is known but for its capitals. */
export function asWritten(typed: string, names: string[]): string {
  const wanted = typed.trim().toLowerCase();
  return names.find((name) => name.toLowerCase() === wanted) ?? typed;
}
