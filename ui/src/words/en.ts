import * as office from './en/office';
import * as screen from './en/screen';
import * as notice from './en/notice';
import * as sale from './en/sale';
import { staff } from './en/staff';
import * as shift from './en/shift';
import * as queue from './en/queue';
import * as reconcile from './en/reconcile';
import { error } from './en/error';
import { filter } from './en/filter';
import { health, support } from './en/health';
import { guide, lessons } from './en/lessons';
import { refund } from './en/refund';
import { setup } from './en/setup';
import { why } from './en/why';

/** English. Another language is another catalogue of this shape; a missing sentence is a type error. */
export const en = {
  ...screen,
  ...office,
  ...shift,
  ...queue,
  ...reconcile,
  notices: notice.notice,
  keyring: notice.keyring,
  books: notice.books,
  provider: notice.provider,
  profile: notice.profile,
  word: sale.word,
  moneyWord: sale.money,
  button: sale.button,
  mode: sale.mode,
  tab: sale.tab,
  state: sale.state,
  next: sale.next,
  staff,
  error,
  filter,
  guide,
  health,
  lessons,
  setup,
  support,
  refund,
  why,
};
