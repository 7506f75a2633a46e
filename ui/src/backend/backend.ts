import type {
  Accepted,
  AskDifferences,
  AskLessons,
  AskPage,
  AuditView,
  CatalogueFile,
  CataloguePageView,
  CataloguePreview,
  Command,
  CustomerDisplayView,
  DifferencesPageView,
  FoundItemView,
  HoldsPageView,
  ItemChange,
  HealthView,
  PaperLanguage,
  PaperName,
  PaperPreview,
  LessonsView,
  PicturesView,
  Period,
  SavedView,
  SettlementFile,
  SettlementMapping,
  SettlementPreview,
  SetupDraft,
  SetupView,
  ShiftPageView,
  SupportView,
  TillView,
  TimelineView,
} from './contract';

/**
 * All that the window can ask of the engine. Nothing else crosses the border, so a test can stand in for
 * the whole program.
 */
export interface Backend {
  /** Hands over the view of now and every later one. Resolves when the stream stands. */
  subscribe(onView: (view: TillView) => void): Promise<void>;
  /** Rejects with a `UiError`; a payment's outcome never comes back here, only in a view. */
  act(command: Command): Promise<Accepted>;
  holdsPage(ask: AskPage): Promise<HoldsPageView>;
  holdTimeline(ourRef: string): Promise<TimelineView>;
  /** The X of the open shift, or the Z with this number as it was made; and the earlier Zs. */
  shiftPage(number: number | null): Promise<ShiftPageView>;
  /** What the pictures of the reports show. */
  pictures(): Promise<PicturesView>;
  /** What was found by comparing the books with PhonePe. */
  differencesPage(ask: AskDifferences): Promise<DifferencesPageView>;
  /** What a settlement file looks like; nothing of it is kept. */
  settlementPreview(file: SettlementFile): Promise<SettlementPreview>;
  /** Compares a settlement file with the books; resolves when that is written down. */
  settlementImport(file: SettlementFile, mapping: SettlementMapping, of: Period): Promise<Accepted>;
  /** Training only: the window that stands for the customer's phone. */
  phoneOpen(): Promise<void>;
  /** Opens the top-up link in the locked-down second window. */
  topupOpen(): Promise<void>;
  /** Writes what can be read of a damaged ledger and answers where. */
  exportSalvage(): Promise<string>;
  /** Draws one payment's whole story as a PDF and answers where it is. */
  evidencePack(ourRef: string): Promise<string>;
  /** Checks the whole ledger now; the till goes on meanwhile. */
  booksCheck(): Promise<AuditView>;
  /** How every part of the till is, now. */
  health(): Promise<HealthView>;
  /** A support bundle as it would be saved; nothing is written. */
  supportPreview(): Promise<SupportView>;
  /** Saves the bundle that was shown under this id and answers where. */
  supportSave(id: string): Promise<string>;
  /** Asks PhonePe about an account; nothing is changed. */
  setupCheck(draft: SetupDraft): Promise<SetupView>;
  /** Keeps the account that was checked under this id; without `unchecked` only a good one. */
  setupKeep(id: string, unchecked: boolean): Promise<void>;
  /** Closes the till and opens it again. */
  setupRestart(): Promise<void>;
  /** Training only: the first steps and the lessons. Answers how they stand then. */
  lessons(ask: AskLessons): Promise<LessonsView>;
  /** Opens the books again after they were closed; rejects with the reason when they stay closed. */
  booksRetry(): Promise<void>;
  /** The saved views of the board; each of the three answers all that there are then. */
  viewsList(): Promise<SavedView[]>;
  /** One of the same name is replaced. */
  viewsSave(view: SavedView): Promise<SavedView[]>;
  viewsDelete(name: string): Promise<SavedView[]>;
  /** Items whose words, code or barcode begin like what is typed. */
  catalogueSearch(text: string): Promise<FoundItemView[]>;
  /** The item with exactly this code or barcode. */
  catalogueFind(code: string): Promise<FoundItemView | null>;
  /** The manager's list. */
  cataloguePage(text: string): Promise<CataloguePageView>;
  catalogueChange(change: ItemChange): Promise<void>;
  /** What a file would change; nothing is. */
  cataloguePreview(file: CatalogueFile): Promise<CataloguePreview>;
  /** Replaces the catalogue by the file that was looked at. */
  catalogueImport(file: CatalogueFile, seen: CataloguePreview, rightOnly: boolean): Promise<void>;
  /** Writes the catalogue as a file and answers where it is. */
  catalogueExport(): Promise<string>;
  /** A paper as it would be printed now. */
  paperPreview(what: PaperName): Promise<PaperPreview>;
  /** Writes it as a PDF and answers where it is. */
  paperPdf(what: PaperName): Promise<string>;
  /** The languages that paper can be in. */
  paperLanguages(): Promise<PaperLanguage[]>;
}

/** All that the customer's display can ask of the engine. */
export interface CustomerBackend {
  /** Hands over the view of now and every later one. Resolves when the stream stands. */
  subscribe(onView: (view: CustomerDisplayView) => void): Promise<void>;
}
