import type { DueHoldView, FigureView, NamedSaleView, ShiftReportView } from '../backend/contract';
import { dayAndClock } from '../words/time';
import { t } from '../words/words';

/** The facts above the figures: name and text. */
export function facts(report: ShiftReportView): [name: string, text: string][] {
  const at = (moment: number | null) => (moment === null ? t('report-none') : dayAndClock(moment));
  return [
    [t('report-counter'), report.counter],
    [t('report-cashiers'), report.cashiers.join(', ')],
    [t('report-opened'), t('report-by', { time: dayAndClock(report.opened_at_ms), who: report.opened_by })],
    ...(report.closed_by === null
      ? []
      : [
          [
            t('report-closed'),
            t('report-by', { time: dayAndClock(report.at_ms), who: report.closed_by }),
          ] as [string, string],
        ]),
    [t('report-first-sale'), at(report.first_sale_at_ms)],
    [t('report-last-sale'), at(report.last_sale_at_ms)],
  ];
}

export function title(report: ShiftReportView): string {
  return report.is_z ? t('report-z', { number: report.number }) : t('report-x', { number: report.number });
}

export function dueText(hold: DueHoldView): string {
  const until = hold.deadline_at_ms === null ? t('report-none') : dayAndClock(hold.deadline_at_ms);
  const owner = hold.owner === null ? t('report-carried') : t('report-owner', { name: hold.owner });
  return `${hold.masked}, ${t('report-due', { deadline: until, cashier: hold.cashier })}, ${owner}`;
}

/** The whole report as plain lines, for the clipboard. */
export function asText(report: ShiftReportView): string {
  const lines = [title(report), ...facts(report).map(([name, text]) => `${name}: ${text}`), ''];
  for (const figure of report.figures) lines.push(figureLine(figure));
  if (report.reason !== null) lines.push(`${t('report-reason')}: ${report.reason}`);
  lines.push(...named(t('report-open'), report.open.map(dueLine)));
  lines.push(...named(t('report-not-sure'), report.not_sure.map(dueLine)));
  lines.push(...named(t('report-unproved'), report.unproved.map(saleLine)));
  lines.push(...named(t('report-corrected'), report.corrected.map(saleLine)));
  lines.push('', `${t('report-head')}: ${report.head}`);
  if (report.record !== null) lines.push(`${t('report-record')}: ${report.record}`);
  return lines.join('\n');
}

function figureLine(figure: FigureView): string {
  const count = figure.count === null ? '' : `${figure.count}`;
  const amount = figure.amount_text ?? '';
  return `${t(`report-figure-${figure.key}`)}\t${count}\t${amount}`;
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
