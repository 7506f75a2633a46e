import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import App from '../src/App.svelte';
// What the window reads behind its first picture, read before it: a test that ends sooner would pull the ground from under it.
import '../src/bar/Update.svelte';
import '../src/reconcile/Reconcile.svelte';
import '../src/reports/Reports.svelte';
import '../src/settings/Settings.svelte';
import { ScriptedBackend } from '../src/fixtures/scripted';
import * as views from '../src/fixtures/views';

/** An engine that is still starting. */
class Silent extends ScriptedBackend {
  override subscribe(): Promise<void> {
    return new Promise(() => undefined);
  }
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('says that it opens only when that takes long enough to be read', async () => {
  const target = document.createElement('div');
  document.body.append(target);
  const app = mount(App, { target, props: { backend: new Silent(views.ready()) } });
  flushSync();
  const opening = (): Element | null => {
    flushSync();
    return target.querySelector('[data-testid="opening"]');
  };
  vi.advanceTimersByTime(400);
  expect(opening()).toBeNull();
  vi.advanceTimersByTime(200);
  expect(opening()).not.toBeNull();
  await unmount(app);
});
