import type { DueHoldView, FigureView, NamedSaleView, ShiftReportView } from '../backend/contract';
import { dayAndClock } from '../words/time';
import { words } from '../words/words';

/** The facts above the figures: name and text. */
export function facts(report: ShiftReportView): [name: string, text: string][] {
  const at = (moment: number | null) => (moment === null ? words.report.none : dayAndClock(moment));
  return [
    [words.report.counter, report.counter],
    [words.report.cashiers, report.cashiers.join(', ')],
    [words.report.opened, words.report.by(dayAndClock(report.opened_at_ms), report.opened_by)],
    ...(report.closed_by === null
      ? []
      : [
          [words.report.closed, words.report.by(dayAndClock(report.at_ms), report.closed_by)] as [
            string,
            string,
          ],
        ]),
    [words.report.firstSale, at(report.first_sale_at_ms)],
    [words.report.lastSale, at(report.last_sale_at_ms)],
  ];
}

export function title(report: ShiftReportView): string {
  return report.is_z ? words.report.z(report.number) : words.report.x(report.number);
}

export function dueText(hold: DueHoldView): string {
  const until = hold.deadline_at_ms === null ? words.report.none : dayAndClock(hold.deadline_at_ms);
  const owner = hold.owner === null ? words.report.carried : words.report.owner(hold.owner);
  return `${hold.masked}, ${words.report.due(until, hold.cashier)}, ${owner}`;
}

/** The whole report as plain lines, for the clipboard. */
export function asText(report: ShiftReportView): string {
  const lines = [title(report), ...facts(report).map(([name, text]) => `${name}: ${text}`), ''];
  for (const figure of report.figures) lines.push(figureLine(figure));
  if (report.reason !== null) lines.push(`${words.report.reason}: ${report.reason}`);
  lines.push(...named(words.report.open, report.open.map(dueLine)));
  lines.push(...named(words.report.notSure, report.not_sure.map(dueLine)));
  lines.push(...named(words.report.unproved, report.unproved.map(saleLine)));
  lines.push(...named(words.report.corrected, report.corrected.map(saleLine)));
  lines.push('', `${words.report.head}: ${report.head}`);
  if (report.record !== null) lines.push(`${words.report.record}: ${report.record}`);
  return lines.join('\n');
}

function figureLine(figure: FigureView): string {
  const count = figure.count === null ? '' : `${figure.count}`;
  const amount = figure.amount_text ?? '';
  return `${words.report.figure[figure.key]}\t${count}\t${amount}`;
}

function dueLine(hold: DueHoldView): string {
  return `${hold.our_ref} ${hold.state} ${hold.amount_text} ${dueText(hold)}`;
}

function saleLine(sale: NamedSaleView): string {
  return `${sale.our_ref} ${sale.amount_text}`;
}

function named(name: string, lines: string[]): string[] {
  return lines.length === 0 ? [] : ['', name, ...lines];
}
