import type { HealthFound } from '../backend/contract';
import { t, tell } from './words';
import type { Particulars } from './catalogue';

/** What was found about a part of the till, and what to do where something is to be done. */
export function toldHealth(found: HealthFound): [found: string, toDo: string] {
  const id = `health-found-${found.is}`;
  const particulars = { ...plain(found), ...inLengths(found) };
  return [tell(id, particulars) ?? found.is, tell(`${id}.next`, particulars) ?? ''];
}

function plain(found: HealthFound): Particulars {
  const figures = Object.entries(found).filter(([name]) => name !== 'is');
  return Object.fromEntries<string | number>(figures);
}

/** Lengths of time are told in the unit that somebody would say. */
function inLengths(found: HealthFound): Particulars {
  if ('age_ms' in found) return { length: length(found.age_ms) };
  if ('up_ms' in found) return { length: length(found.up_ms) };
  if (!('off_ms' in found)) return {};
  // A clock is never surer than its last whole second.
  const slack = found.is === 'clock_agrees' ? 1_000 : 0;
  return { length: length(Math.abs(found.off_ms) + slack), side: found.off_ms > 0 ? 'ahead' : 'behind' };
}

function length(ms: number): string {
  if (ms < 120_000) return t('length-seconds', { count: Math.round(ms / 1_000) });
  if (ms < 7_200_000) return t('length-minutes', { count: Math.round(ms / 60_000) });
  if (ms < 172_800_000) return t('length-hours', { count: Math.round(ms / 3_600_000) });
  return t('length-days', { count: Math.round(ms / 86_400_000) });
}
