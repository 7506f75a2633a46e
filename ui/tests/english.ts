// The tests read the window in the first language.
import { FIRST, speak, withWords } from '../src/words/catalogue';

await speak(FIRST);
await withWords(Promise.resolve());
