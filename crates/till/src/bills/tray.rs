use std::io;

/// The small files beside the books that the engine replaces itself. Each call returns when the disk has it.
pub trait BillTray: Send {
    /// The bills that wait, as they were written; `None`: there never were any.
    ///
    /// # Errors
    /// When they cannot be read.
    fn read_bills(&self) -> io::Result<Option<Vec<u8>>>;
    /// Replaces them in one step.
    ///
    /// # Errors
    /// When the disk does not take them; the old ones stand then.
    fn write_bills(&self, text: Vec<u8>) -> io::Result<()>;
    /// Gives a file that cannot be read another name, and says which.
    ///
    /// # Errors
    /// When it cannot be renamed.
    fn put_bills_aside(&self) -> io::Result<String>;
    /// The catalogue that was staged beside the old one takes its place.
    ///
    /// # Errors
    /// When it cannot be renamed; the old one stands then.
    fn adopt_catalogue(&self) -> io::Result<()>;
}

/// Bills live as long as the engine does.
pub(crate) struct NoTray;

impl BillTray for NoTray {
    fn read_bills(&self) -> io::Result<Option<Vec<u8>>> {
        Ok(None)
    }

    fn write_bills(&self, _text: Vec<u8>) -> io::Result<()> {
        Ok(())
    }

    fn put_bills_aside(&self) -> io::Result<String> {
        Ok(String::new())
    }

    fn adopt_catalogue(&self) -> io::Result<()> {
        Ok(())
    }
}
