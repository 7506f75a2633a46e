use crate::board::{Board, Cards, Cursor, Filter, Page, Sheet, TabCount, Totals, View};
use crate::chain::{self, Head};
use crate::row::COLUMNS;
use crate::{
    FoundDifference, HoldRow, LedgerError, ListedHold, Pictures, Reconciling, Salvage, SettlementImport,
    StoredRecord, Story, open, paper, pictures, queue, reconcile, shifts, story,
};
use domain::{Choice, OurRef, RefundRef, Shift, ShiftReport};
use rusqlite::{Connection, OptionalExtension, Row};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Reads a ledger beside its writer, in the till or in another program. One query at a time; clone by opening again.
pub struct Reader {
    path: PathBuf,
    conn: Mutex<Connection>,
}

impl Reader {
    /// # Errors
    /// [`LedgerError::Newer`], [`LedgerError::Damaged`], [`LedgerError::NotWritable`] when the file is not there.
    pub fn open(path: &Path) -> Result<Reader, LedgerError> {
        Ok(Reader {
            path: path.to_owned(),
            conn: Mutex::new(open::reading(path)?),
        })
    }

    /// Opens what is left of a ledger that cannot be used: damaged, or of a newer form.
    ///
    /// # Errors
    /// [`LedgerError::Damaged`] when there is nothing that can be read.
    pub fn open_salvage(path: &Path) -> Result<Salvage, LedgerError> {
        Salvage::open(path)
    }

    /// A tab's page, the counts of all tabs, its totals and the cards: everything that the board shows, of one moment.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn board(&self, view: &View, after: Option<Cursor>, limit: u32) -> Result<Board, LedgerError> {
        self.at_sheet(&view.search, &view.filter, view.now_ms, |sheet| {
            sheet.board(view, after, limit)
        })
    }

    /// A page of the board: open tabs by nearest deadline, the others newest first. At most `limit` rows.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn page(&self, view: &View, after: Option<Cursor>, limit: u32) -> Result<Page, LedgerError> {
        self.at_sheet(&view.search, &view.filter, view.now_ms, |sheet| {
            sheet.page(view.tab, after, limit)
        })
    }

    /// Sums over every row of the view, whatever page is shown.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn totals(&self, view: &View) -> Result<Totals, LedgerError> {
        let counts = self.counts(&view.search, &view.filter, view.now_ms)?;
        let of_tab = counts.iter().find(|count| count.tab == view.tab);
        Ok(of_tab.map(|count| count.totals).unwrap_or_default())
    }

    /// The totals of every tab under one search and filter, all of the same moment.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn counts(&self, search: &str, filter: &Filter, now_ms: i64) -> Result<Vec<TabCount>, LedgerError> {
        self.at_sheet(search, filter, now_ms, |sheet| sheet.counts())
    }

    /// The figures above the board.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn cards(&self, now_ms: i64) -> Result<Cards, LedgerError> {
        self.at_sheet("", &Filter::default(), now_ms, |sheet| sheet.cards())
    }

    fn at_sheet<T>(
        &self,
        search: &str,
        filter: &Filter,
        now_ms: i64,
        look: impl FnOnce(&Sheet<'_>) -> Result<T, LedgerError>,
    ) -> Result<T, LedgerError> {
        let conn = self.conn();
        let snapshot = conn.unchecked_transaction()?;
        look(&Sheet::of(&snapshot, search, filter, now_ms)?)
    }

    /// # Errors
    /// When the file cannot be read.
    pub fn row(&self, our_ref: &OurRef) -> Result<Option<HoldRow>, LedgerError> {
        HoldRow::find(&self.conn(), our_ref)
    }

    /// The sale's whole story, oldest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn events_of(&self, our_ref: &OurRef) -> Result<Vec<StoredRecord>, LedgerError> {
        events_of(&self.conn(), our_ref)
    }

    /// What the pictures of the reports are drawn from, at a moment (milliseconds since 1970).
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn pictures(&self, now_ms: i64) -> Result<Pictures, LedgerError> {
        pictures::pictures(&self.conn(), now_ms)
    }

    /// The sale with its whole story and the end of the chain, of one moment; `None`: there is no such sale.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn story(&self, our_ref: &OurRef) -> Result<Option<Story>, LedgerError> {
        story::find(&self.conn(), our_ref)
    }

    /// What was chosen for the deadline of each of these sales, and whether it waits in a run of the queue.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn plans(&self, of: &[&OurRef]) -> Result<Vec<(Option<Choice>, bool)>, LedgerError> {
        let conn = self.conn();
        of.iter()
            .map(|our_ref| {
                Ok((
                    queue::choice_of(&conn, our_ref)?,
                    queue::is_waiting(&conn, our_ref)?,
                ))
            })
            .collect()
    }

    /// Whether a paper of this name was printed, or perhaps was.
    ///
    /// # Errors
    /// [`LedgerError`] when the ledger cannot be read.
    pub fn was_printed(&self, name: &str) -> Result<bool, LedgerError> {
        paper::was_printed(&self.conn(), name)
    }

    /// The last shift that was opened, as it stands; `None`: none ever was.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn shift(&self) -> Result<Option<Shift>, LedgerError> {
        shifts::last(&self.conn())
    }

    /// The X of the open shift, at a moment (milliseconds since 1970); `None` when no shift is open.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn x_report(&self, at_ms: i64) -> Result<Option<ShiftReport>, LedgerError> {
        let conn = self.conn();
        let snapshot = conn.unchecked_transaction()?;
        let head = chain::stored_tip(&snapshot)?.head();
        shifts::report(&snapshot, at_ms, None, &head)
    }

    /// The newest Zs with a number below this one, newest first: each the event of its closing, with its figures in it.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn zs(&self, before: u32, limit: u32) -> Result<Vec<StoredRecord>, LedgerError> {
        let conn = self.conn();
        let snapshot = conn.unchecked_transaction()?;
        let mut statement = snapshot.prepare_cached("SELECT seq, body, hash FROM event WHERE seq = ?1")?;
        let mut zs = Vec::new();
        for (number, seq) in shifts::z_numbers(&snapshot, before, limit)? {
            let mut rows = statement.query([seq])?;
            let row = rows
                .next()?
                .ok_or_else(|| LedgerError::Damaged(format!("the record of Z {number} is missing")))?;
            zs.push(StoredRecord::of(row)?);
        }
        Ok(zs)
    }

    /// The last run against PhonePe, and how many differences are open.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn reconciling(&self) -> Result<Reconciling, LedgerError> {
        reconcile::load(&self.conn())
    }

    /// The newest differences with a number below this one, newest first: the open ones, or all of them.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn differences(
        &self,
        open_only: bool,
        before: u32,
        limit: u32,
    ) -> Result<Vec<FoundDifference>, LedgerError> {
        reconcile::list(&self.conn(), open_only, before, limit)
    }

    /// The sale that a refund is of.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn row_of_refund(&self, refund_ref: &RefundRef) -> Result<Option<HoldRow>, LedgerError> {
        let conn = self.conn();
        let sql = format!(
            "SELECT {COLUMNS} FROM hold WHERE seq = (SELECT sale_seq FROM refund WHERE refund_ref = ?1)"
        );
        Ok(conn
            .prepare_cached(&sql)?
            .query_row([refund_ref.as_str()], HoldRow::of)
            .optional()?)
    }

    /// Every sale that was proved paid from this moment on and before that one (milliseconds since 1970), oldest first, as
    /// of the moment of the call. It goes through all sales, so it is for no screen; it holds a bounded number of them.
    ///
    /// # Errors
    /// When the file cannot be opened; each item when it cannot be read.
    pub fn paid_between(
        &self,
        from_ms: i64,
        to_ms: i64,
    ) -> Result<impl Iterator<Item = Result<HoldRow, LedgerError>> + use<>, LedgerError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM hold WHERE seq > ?1 AND paid_at_ms >= {from_ms} AND paid_at_ms < {to_ms} \
             ORDER BY seq LIMIT 500"
        );
        Export::begin(&self.path, sql, |row| Ok(HoldRow::of(row)?), |row| row.seq)
    }

    /// The settlement files that were compared last, newest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn imports(&self, limit: u32) -> Result<Vec<SettlementImport>, LedgerError> {
        reconcile::imports(&self.conn(), limit)
    }

    /// Where the chain ends.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn head(&self) -> Result<Head, LedgerError> {
        Ok(chain::stored_tip(&self.conn())?.head())
    }

    /// The profile that the ledger was made for.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn profile(&self) -> Result<String, LedgerError> {
        open::meta(&self.conn(), "profile")
    }

    /// The random id that was made with the file.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn installation_id(&self) -> Result<String, LedgerError> {
        open::meta(&self.conn(), "installation")
    }

    /// Every sale, oldest first, as of the moment of the call. Holds a bounded number of them in memory.
    ///
    /// # Errors
    /// When the file cannot be opened; each item when it cannot be read.
    pub fn all_rows(
        &self,
    ) -> Result<impl Iterator<Item = Result<HoldRow, LedgerError>> + use<>, LedgerError> {
        let sql = format!("SELECT {COLUMNS} FROM hold WHERE seq > ?1 ORDER BY seq LIMIT 500");
        Export::begin(&self.path, sql, |row| Ok(HoldRow::of(row)?), |row| row.seq)
    }

    /// The figures of every sale, oldest first, as of the moment of the call. Holds a bounded number of them in memory.
    ///
    /// # Errors
    /// When the file cannot be opened; each item when it cannot be read.
    pub fn listed(
        &self,
    ) -> Result<impl Iterator<Item = Result<ListedHold, LedgerError>> + use<>, LedgerError> {
        let sql = format!(
            "SELECT {} FROM hold WHERE seq > ?1 ORDER BY seq LIMIT 500",
            ListedHold::COLUMNS
        );
        Export::begin(&self.path, sql, |row| Ok(ListedHold::of(row)?), |row| row.seq)
    }

    /// Every event, oldest first, as of the moment of the call. Holds a bounded number of them in memory.
    ///
    /// # Errors
    /// When the file cannot be opened; each item when it cannot be read.
    pub fn events(
        &self,
    ) -> Result<impl Iterator<Item = Result<StoredRecord, LedgerError>> + use<>, LedgerError> {
        let sql = "SELECT seq, body, hash FROM event WHERE seq > ?1 ORDER BY seq LIMIT 500".to_owned();
        Export::begin(&self.path, sql, StoredRecord::of, |stored| stored.seq)
    }

    /// A panic of another reader leaves nothing behind: every query stands by itself.
    pub(crate) fn conn(&self) -> MutexGuard<'_, Connection> {
        self.conn.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A sale's events, by the numbers that its row keeps.
pub(crate) fn events_of(conn: &Connection, our_ref: &OurRef) -> Result<Vec<StoredRecord>, LedgerError> {
    let numbers: Option<String> = conn
        .prepare_cached("SELECT events FROM hold WHERE our_ref = ?1")?
        .query_row([our_ref.as_str()], |row| row.get(0))
        .optional()?;
    let mut statement = conn.prepare_cached("SELECT seq, body, hash FROM event WHERE seq = ?1")?;
    let mut events = Vec::new();
    for number in numbers.iter().flat_map(|numbers| numbers.split(',')) {
        // A number that is none finds no event, which is said below.
        let mut rows = statement.query([number.parse::<i64>().unwrap_or(0)])?;
        let row = rows
            .next()?
            .ok_or_else(|| LedgerError::Damaged(format!("record {number} of {our_ref} is missing")))?;
        events.push(StoredRecord::of(row)?);
    }
    Ok(events)
}

/// Reads a table to its end in pieces, inside one snapshot of a connection of its own: what the till writes meanwhile
/// is not seen, and neither waits for the other.
struct Export<T> {
    conn: Connection,
    sql: String,
    read: fn(&Row<'_>) -> Result<T, LedgerError>,
    seq: fn(&T) -> u64,
    after: i64,
    piece: std::vec::IntoIter<T>,
    has_failed: bool,
}

impl<T> Export<T> {
    fn begin(
        path: &Path,
        sql: String,
        read: fn(&Row<'_>) -> Result<T, LedgerError>,
        seq: fn(&T) -> u64,
    ) -> Result<Export<T>, LedgerError> {
        let conn = open::reading(path)?;
        // The snapshot is taken by the first read, not by BEGIN.
        conn.execute_batch("BEGIN; SELECT count(*) FROM meta;")?;
        Ok(Export {
            conn,
            sql,
            read,
            seq,
            after: 0,
            piece: Vec::new().into_iter(),
            has_failed: false,
        })
    }

    fn next_piece(&mut self) -> Result<Vec<T>, LedgerError> {
        let mut statement = self.conn.prepare_cached(&self.sql)?;
        let mut rows = statement.query([self.after])?;
        let mut piece = Vec::new();
        while let Some(row) = rows.next()? {
            piece.push((self.read)(row)?);
        }
        Ok(piece)
    }
}

impl<T> Iterator for Export<T> {
    type Item = Result<T, LedgerError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.has_failed {
            return None;
        }
        if self.piece.len() == 0 {
            match self.next_piece() {
                Ok(piece) => self.piece = piece.into_iter(),
                Err(fault) => {
                    self.has_failed = true;
                    return Some(Err(fault));
                }
            }
        }
        let found = self.piece.next()?;
        self.after = i64::try_from((self.seq)(&found)).unwrap_or(i64::MAX);
        Some(Ok(found))
    }
}
