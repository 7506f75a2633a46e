import type { FilterPart } from '../../backend/contract';

/** What narrows the holds board. */
const part: Record<FilterPart, string> = {
  from: 'From day',
  to: 'To day',
  cashier: 'Cashier',
  counter: 'Counter',
  least: 'From amount',
  most: 'To amount',
};

const chip: Record<FilterPart, (text: string) => string> = {
  from: (text) => `From ${text}`,
  to: (text) => `Until ${text}`,
  cashier: (text) => `Cashier ${text}`,
  counter: (text) => `Counter ${text}`,
  least: (text) => `${text} or more`,
  most: (text) => `${text} or less`,
};

export const filter = {
  open: 'Filter',
  title: 'Filter the board',
  part,
  chip,
  active: 'Filters in use',
  remove: (said: string) => `Remove: ${said}`,
  apply: 'Show',
  clear: 'Clear',
  views: 'Saved views',
  saveAs: 'Save what is shown as',
  viewName: 'Name of the view',
  save: 'Save view',
  deleteView: (name: string) => `Delete the view “${name}”`,
  none: 'Nothing here with these filters.',
  noneFound: (search: string) => `Nothing found for “${search}” with these filters.`,
};
