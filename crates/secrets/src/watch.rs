//! What a caller who may stop waiting and a thread that may never return tell each other.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::SecretError;

/// What one keyring thread is busy with, kept where its callers can read it after their deadline.
pub(crate) struct Post {
    doing: Mutex<Doing>,
}

#[derive(Clone, Copy)]
enum Doing {
    /// The keyring was asked something; should it never answer, nobody knows why.
    Asking,
    /// The keyring said it is locked and a prompt was opened: only a person can end this.
    AtPrompt,
}

impl Post {
    pub(crate) fn new() -> Arc<Self> {
        Arc::new(Self {
            doing: Mutex::new(Doing::Asking),
        })
    }

    /// What a caller is told who will not wait for this thread any longer.
    pub(crate) fn refusal(&self) -> SecretError {
        match *held(&self.doing) {
            Doing::Asking => SecretError::TimedOut,
            Doing::AtPrompt => SecretError::Locked,
        }
    }

    /// Whatever it was, it is over.
    pub(crate) fn returned(&self) {
        *held(&self.doing) = Doing::Asking;
    }
}

/// Whether the caller of one request still wants it. A write that nobody waits for must not happen later.
pub(crate) struct Claim {
    progress: Mutex<Progress>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Progress {
    Wanted,
    Writing,
    Abandoned,
}

impl Claim {
    pub(crate) fn new() -> Arc<Self> {
        Arc::new(Self {
            progress: Mutex::new(Progress::Wanted),
        })
    }

    /// The caller leaves. A write that has begun cannot be called back.
    pub(crate) fn abandon(&self) {
        let mut progress = held(&self.progress);
        if *progress == Progress::Wanted {
            *progress = Progress::Abandoned;
        }
    }

    pub(crate) fn is_abandoned(&self) -> bool {
        *held(&self.progress) == Progress::Abandoned
    }

    fn begin_write(&self) -> Result<(), SecretError> {
        let mut progress = held(&self.progress);
        if *progress == Progress::Abandoned {
            return Err(SecretError::TimedOut);
        }
        *progress = Progress::Writing;
        Ok(())
    }
}

/// What a backend is given along with a request.
pub(crate) struct Watch {
    post: Arc<Post>,
    claim: Arc<Claim>,
    may_prompt: bool,
}

impl Watch {
    pub(crate) fn new(post: Arc<Post>, claim: Arc<Claim>, may_prompt: bool) -> Self {
        Self {
            post,
            claim,
            may_prompt,
        }
    }

    /// For a backend that answers at once, so that nobody needs to watch it.
    pub(crate) fn unneeded() -> Self {
        Self::new(Post::new(), Claim::new(), false)
    }

    /// Runs `unlock`, which may wait for a person without limit.
    ///
    /// # Errors
    /// [`SecretError::Locked`] at once if this request must not bother anybody.
    pub(crate) fn at_prompt<T>(&self, unlock: impl FnOnce() -> T) -> Result<T, SecretError> {
        if !self.may_prompt {
            return Err(SecretError::Locked);
        }
        *held(&self.post.doing) = Doing::AtPrompt;
        let outcome = unlock();
        self.post.returned();
        Ok(outcome)
    }

    /// To be called after any waiting and directly before a write is sent.
    ///
    /// # Errors
    /// [`SecretError::TimedOut`] when the caller has left: then nothing may be written.
    pub(crate) fn begin_write(&self) -> Result<(), SecretError> {
        self.claim.begin_write()
    }
}

/// A thread that panicked while holding one of our locks leaves plain words behind, valid as they stand.
pub(crate) fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}
