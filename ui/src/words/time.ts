import { t } from './words';

/** `41:12`, `1:02:05`; never below zero. */
export function minutes(left_ms: number): string {
  const seconds = Math.max(0, Math.ceil(left_ms / 1000));
  const parts = [Math.floor(seconds / 60) % 60, seconds % 60].map(twoDigits);
  const hours = Math.floor(seconds / 3600);
  const text = parts.join(':');
  return hours > 0 ? `${hours}:${text}` : text.replace(/^0(?=\d:)/, '');
}

/** `4 s` under a minute, `2:30` above. */
export function shortly(left_ms: number): string {
  const seconds = Math.max(0, Math.ceil(left_ms / 1000));
  return seconds < 60 ? t('ago-seconds-left', { count: seconds }) : minutes(left_ms);
}

/** `just now`, `12 s ago`, `3 min ago`, `2 h ago`. */
export function since(past_ms: number): string {
  const seconds = Math.max(0, Math.floor(past_ms / 1000));
  if (seconds < 2) return t('ago-now');
  if (seconds < 60) return t('ago-seconds', { count: seconds });
  if (seconds < 3600) return t('ago-minutes', { count: Math.floor(seconds / 60) });
  if (seconds < 86_400) return t('ago-hours', { count: Math.floor(seconds / 3600) });
  return t('ago-days', { count: Math.floor(seconds / 86_400) });
}

/** The wall clock of this computer: `14:05`. */
export function clock(at_ms: number): string {
  const at = new Date(at_ms);
  return `${twoDigits(at.getHours())}:${twoDigits(at.getMinutes())}`;
}

/** With seconds, for the timeline: `14:05:09`. */
export function clockExact(at_ms: number): string {
  return `${clock(at_ms)}:${twoDigits(new Date(at_ms).getSeconds())}`;
}

/** The day and time: `22 Nov 14:05` would need month names; figures need no catalogue: `2026-11-22 14:05:09`. */
export function dayAndClock(at_ms: number): string {
  const at = new Date(at_ms);
  return `${at.getFullYear()}-${twoDigits(at.getMonth() + 1)}-${twoDigits(at.getDate())} ${clockExact(at_ms)}`;
}

/** A day for the scale of a picture: `22.11.` */
export function day(at_ms: number): string {
  const at = new Date(at_ms);
  return `${twoDigits(at.getDate())}.${twoDigits(at.getMonth() + 1)}.`;
}

/** How much of a hold's life is left, 0 to 100; whole, so that a bar is not drawn anew each second for what nobody sees. */
export function shareLeft(deadline_at_ms: number, expiry_ms: number, now_ms: number): number {
  if (expiry_ms <= 0) return 0;
  return Math.max(0, Math.min(100, Math.ceil(((deadline_at_ms - now_ms) / expiry_ms) * 100)));
}

function twoDigits(figure: number): string {
  return String(figure).padStart(2, '0');
}
