/**
 * uPlot asks for number formats of the page's language as it loads. On a system without a language (`C`) the web view
 * gives a tag that names none, and the library would end there.
 */
try {
  new Intl.NumberFormat(navigator.language);
} catch {
  Object.defineProperty(navigator, 'language', { value: 'en-IN', configurable: true });
}
