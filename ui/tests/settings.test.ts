import { describe, expect, it, vi } from 'vitest';
import type { SettingsPart } from '../src/settings/parts';
import * as views from '../src/fixtures/views';
import { manager, signedIn } from '../src/fixtures/people';
import { unwell } from '../src/fixtures/health';
import { Till } from './window';

const shown = (till: Till): string[] =>
  till
    .all('settings-panel')
    .filter((panel) => !panel.hidden)
    .map((panel) => panel.dataset['part'] ?? '');

const PARTS: SettingsPart[] = [
  'till',
  'staff',
  'catalogue',
  'printer',
  'customer',
  'keys',
  'sound',
  'account',
  'books',
  'health',
  'updates',
  'support',
];

describe('the settings', () => {
  it('show one part at a time, named by its tab', async () => {
    const till = await Till.open(manager());
    await till.press('nav-settings');
    for (const part of PARTS) {
      await till.press(`settings-part-${part}`);
      expect(shown(till)).toEqual([part]);
      const tab = till.get(`settings-part-${part}`);
      expect(tab.getAttribute('aria-selected')).toBe('true');
      expect(document.getElementById(tab.getAttribute('aria-controls') ?? '')?.hidden).toBe(false);
    }
  });

  it('are gone through with the arrows, and are one stop for the Tab key', async () => {
    const till = await Till.open(manager());
    await till.press('nav-settings');
    till.get('settings-part-till').focus();
    await till.key('ArrowDown');
    expect([shown(till), till.cursor()]).toEqual([['staff'], 'settings-part-staff']);
    await till.key('End');
    expect([shown(till), till.cursor()]).toEqual([['support'], 'settings-part-support']);
    await till.key('ArrowDown');
    expect([shown(till), till.cursor()]).toEqual([['till'], 'settings-part-till']);
    await till.key('ArrowUp');
    await till.key('Home');
    expect([shown(till), till.cursor()]).toEqual([['till'], 'settings-part-till']);
    const stops = [...document.querySelectorAll<HTMLElement>('[role="tab"]')].filter(
      ({ tabIndex }) => tabIndex === 0,
    );
    expect(stops.map(({ dataset }) => dataset['testid'])).toEqual(['settings-part-till']);
  });

  it('keep what is half typed while another part is looked at', async () => {
    const till = await Till.open(views.empty());
    await till.settings('printer');
    await till.type('printer-address', '192.168.1.50:9100');
    await till.press('settings-part-account');
    await till.press('setup-open');
    await till.type('setup-merchant', 'MID');
    await till.press('settings-part-health');
    await till.press('settings-part-printer');
    expect(till.field('printer-address').value).toBe('192.168.1.50:9100');
    await till.press('settings-part-account');
    expect(till.field('setup-merchant').value).toBe('MID');
  });

  it('have a part that only a manager sees', async () => {
    const till = await Till.open({ ...views.ready(), staff: signedIn('Asha') });
    await till.press('nav-settings');
    expect(till.find('settings-part-support')).toBeNull();
    expect(till.find('settings-part-health')).not.toBeNull();
  });

  it('are led to by a line of the health that has to do with them', async () => {
    const till = await Till.open(manager());
    till.engine.healthSeen = unwell({ part: 'printer', verdict: 'act', found: { is: 'printer_trouble' } });
    await till.settings('health');
    await vi.waitFor(() => expect(till.find('health-line')).not.toBeNull());
    expect(till.all('health-open')).toHaveLength(1);
    await till.press('health-open');
    expect([shown(till), till.cursor()]).toEqual([['printer'], 'settings-part-printer']);
  });

  it('stand at the staff when nobody was added yet and somebody asks for it', async () => {
    const till = await Till.open(views.empty());
    await till.press('staff-offer');
    expect(shown(till)).toEqual(['staff']);
  });
});
