/**
 * Keys by which a webview reloads, leaves, prints, zooms or opens its tools. A till has no use for them, and
 * a reload in the middle of a sale would only frighten.
 */
export function isWebviewKey(event: KeyboardEvent): boolean {
  const key = event.key.toLowerCase();
  const control = event.ctrlKey || event.metaKey;
  if (['f5', 'f7', 'f11', 'f12', 'browserback', 'browserforward', 'browserrefresh'].includes(key))
    return true;
  if (event.altKey && ['arrowleft', 'arrowright', 'home'].includes(key)) return true;
  if (control && event.shiftKey) return ['i', 'j', 'c', 'r', 'p', 'k'].includes(key);
  return control && ['r', 'p', '0', 's', 'u', 'f', 'g', 'o', 'j'].includes(key);
}

/** Makes those keys and the webview's own menu dead. Only a release build does it: developers need them. */
export function deaden(): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  window.addEventListener('keydown', (event) => isWebviewKey(event) && event.preventDefault(), {
    capture: true,
    signal,
  });
  window.addEventListener('contextmenu', (event) => event.preventDefault(), { capture: true, signal });
  window.addEventListener('dragover', (event) => event.preventDefault(), { signal });
  window.addEventListener('drop', (event) => event.preventDefault(), { signal });
  return () => stop.abort();
}
