// The tests read the window in the first language.
import english from '../../languages/en.ftl?raw';
import { adopt, FIRST } from '../src/words/catalogue';

adopt(FIRST, english);
