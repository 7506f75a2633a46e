import type { PaperOutcome } from '../../contract/PaperOutcome';
import type { PrinterState } from '../../contract/PrinterState';
import type { PrinterTrouble } from '../../contract/PrinterTrouble';

/** The lamp, and what it means. */
const state: Record<PrinterState, [name: string, meaning: string]> = {
  not_set_up: ['no printer', 'No printer is set up. A manager can do that in the settings.'],
  unasked: ['printer …', 'The printer has not been heard of yet.'],
  ready: ['printer', 'The printer is ready.'],
  paper_low: ['paper low', 'The printer’s roll is near its end. Have a new one at hand.'],
  busy: ['printing', 'A paper is being printed.'],
  slow: ['printing, slow', 'The printer takes long. You can go on; the till does not wait for it.'],
  trouble: ['printer', 'The printer cannot print.'],
};

/** What is wrong, and what to do. */
const trouble: Record<PrinterTrouble, [what: string, next: string]> = {
  not_set_up: ['No printer is set up.', 'A manager can set one up in the settings.'],
  bad_address: [
    'The printer’s address cannot be read.',
    'In the settings it is a name or number such as 192.168.1.50:9100, or a path such as /dev/usb/lp0.',
  ],
  not_reached: ['The printer cannot be reached.', 'Is it switched on and its cable or network plugged in?'],
  offline: ['The printer is offline.', 'Press its feed or online button, and look at its lamps.'],
  cover_open: ['The printer’s cover is open.', 'Close it until it clicks.'],
  out_of_paper: ['The printer has no paper.', 'Put in a new roll and close the cover.'],
  fault: [
    'The printer reports a fault.',
    'Open the cover, free the paper and the knife, and switch it off and on.',
  ],
  stuck: [
    'The printer does not come to an end.',
    'Look whether the paper is jammed, then switch it off and on.',
  ],
  cut_off: ['The line to the printer was lost.', 'Look at its cable or network.'],
  too_many: ['Too many papers are waiting.', 'Look at the printer before you print more.'],
  not_drawn: ['The paper could not be drawn.', 'Nothing was printed. Tell your manager.'],
};

const outcome: Record<PaperOutcome, string> = {
  printed: 'Printed.',
  believed: 'Sent. This printer does not say whether it has printed.',
  not_printed: 'Not printed.',
  perhaps: 'Perhaps printed. Look at the printer; if you print again, the paper is marked as a duplicate.',
};

export const paper = {
  title: 'Paper',
  open: 'Slip',
  print: 'Print',
  printing: 'Printing …',
  save: 'Save as PDF',
  saving: 'Saving …',
  savedAt: (path: string) => `Saved as ${path}`,
  close: 'Close',
  loading: 'Drawing …',
  picture: 'The paper as it is printed',
  duplicate: 'Printed before: the next one is marked as a duplicate.',
  nothing: 'There is nothing on the screen to print. Open a sale, or choose a row of the board.',
  noPrinterYet: 'No printer is set up. You can save the paper as a PDF.',
  state,
  trouble,
  outcome,
  settings: {
    title: 'Printer and paper',
    printer: 'Printer',
    printerNote: 'Network: 192.168.1.50:9100. USB: /dev/usb/lp0. Serial: /dev/ttyUSB0. Empty: no printer.',
    width: 'Roll',
    widths: { mm80: '80 mm', mm58: '58 mm' },
    language: 'Language of the paper',
    asWindow: 'As the window',
    shop: 'Name over every slip',
    holdSlip: 'Print the hold slip as soon as a hold stands',
    receipt: 'Print the receipt as soon as PhonePe has proved the payment',
    drawer: 'Open the drawer with a receipt (never in training)',
    save: 'Save',
    saved: 'Saved.',
    test: 'Print a test page',
    last: 'Last paper',
    none: 'Nothing was printed since the till was started.',
  },
};
