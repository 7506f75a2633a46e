//! The threads that may hang, and the callers who will not.
//!
//! One thread serves all calls, one after another. When a caller's deadline passes, that thread is given up:
//! it takes no further calls, ends when the call it hangs in returns, and the next call gets a new thread.
//! While [`HUNG_MAX`] threads hang, calls are refused at once.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, Weak, mpsc};
use std::time::Duration;

use crate::backend::Backend;
use crate::entry::Names;
use crate::error::SecretError;
use crate::operation::{Answer, Operation};
use crate::watch::{Claim, Post, Watch, held};

/// How many threads may hang at a time.
pub(crate) const HUNG_MAX: usize = 2;

/// Opens a backend on the thread that will use it.
pub(crate) type Opener = Arc<dyn Fn() -> Box<dyn Backend> + Send + Sync>;

pub(crate) struct Workers {
    open: Opener,
    names: Arc<Names>,
    deadline: Duration,
    roster: Arc<Mutex<Roster>>,
}

#[derive(Default)]
struct Roster {
    at_work: Option<Worker>,
    hung: Vec<Arc<Post>>,
}

/// Dropping it lets the thread end once its queue is empty.
struct Worker {
    jobs: mpsc::Sender<Job>,
    post: Arc<Post>,
}

struct Job {
    operation: Operation,
    claim: Arc<Claim>,
    reply: Box<dyn FnOnce(Answer) + Send>,
}

/// A caller's side of a job. Dropped unanswered, it abandons the job.
struct Ticket {
    claim: Arc<Claim>,
    post: Arc<Post>,
}

impl Drop for Ticket {
    fn drop(&mut self) {
        self.claim.abandon();
    }
}

impl Workers {
    /// Starts nothing: the first call does.
    pub(crate) fn new(open: Opener, names: Names, deadline: Duration) -> Self {
        Self {
            open,
            names: Arc::new(names),
            deadline,
            roster: Arc::default(),
        }
    }

    pub(crate) async fn call(&self, operation: Operation) -> Answer {
        let (reply, answer) = tokio::sync::oneshot::channel();
        let ticket = self.submit(operation, Box::new(move |answer| drop(reply.send(answer))))?;
        match tokio::time::timeout(self.deadline, answer).await {
            Ok(Ok(answer)) => answer,
            Ok(Err(_)) => Err(ended()),
            Err(_) => Err(self.give_up(&ticket)),
        }
    }

    pub(crate) fn call_blocking(&self, operation: Operation) -> Answer {
        let (reply, answer) = mpsc::sync_channel(1);
        let ticket = self.submit(operation, Box::new(move |answer| drop(reply.send(answer))))?;
        match answer.recv_timeout(self.deadline) {
            Ok(answer) => answer,
            Err(mpsc::RecvTimeoutError::Disconnected) => Err(ended()),
            Err(mpsc::RecvTimeoutError::Timeout) => Err(self.give_up(&ticket)),
        }
    }

    fn submit(
        &self,
        operation: Operation,
        reply: Box<dyn FnOnce(Answer) + Send>,
    ) -> Result<Ticket, SecretError> {
        let mut roster = held(&self.roster);
        let worker = match roster.at_work.take() {
            Some(worker) => worker,
            None => self.hire(&roster)?,
        };
        let claim = Claim::new();
        let job = Job {
            operation,
            claim: Arc::clone(&claim),
            reply,
        };
        worker.jobs.send(job).map_err(|_| ended())?;
        let ticket = Ticket {
            claim,
            post: Arc::clone(&worker.post),
        };
        roster.at_work = Some(worker);
        Ok(ticket)
    }

    fn hire(&self, roster: &Roster) -> Result<Worker, SecretError> {
        if roster.hung.len() >= HUNG_MAX {
            let refusals = roster.hung.iter().map(|post| post.refusal());
            let locked = refusals.into_iter().any(|refusal| refusal == SecretError::Locked);
            return Err(if locked {
                SecretError::Locked
            } else {
                SecretError::TimedOut
            });
        }
        let (jobs, queue) = mpsc::channel();
        let post = Post::new();
        let thread = Thread {
            open: Arc::clone(&self.open),
            names: Arc::clone(&self.names),
            post: Arc::clone(&post),
            roster: Arc::downgrade(&self.roster),
        };
        std::thread::Builder::new()
            .name("keyring".to_owned())
            .spawn(move || thread.serve(queue))
            .map_err(|error| SecretError::Broken(format!("its thread could not be started: {error}")))?;
        Ok(Worker { jobs, post })
    }

    /// The deadline has passed: this thread gets no more calls, whoever was first to notice.
    fn give_up(&self, ticket: &Ticket) -> SecretError {
        let refusal = ticket.post.refusal();
        ticket.claim.abandon();
        let mut roster = held(&self.roster);
        if let Some(worker) = roster
            .at_work
            .take_if(|worker| Arc::ptr_eq(&worker.post, &ticket.post))
        {
            tracing::warn!(%refusal, "a keyring call passed its deadline; its thread is given up");
            roster.hung.push(worker.post);
        }
        refusal
    }
}

fn ended() -> SecretError {
    SecretError::Broken("its thread ended without an answer".to_owned())
}

/// What runs on a keyring thread.
struct Thread {
    open: Opener,
    names: Arc<Names>,
    post: Arc<Post>,
    /// Weak, for it holds the sending end of this thread's own queue.
    roster: Weak<Mutex<Roster>>,
}

impl Thread {
    fn serve(self, queue: mpsc::Receiver<Job>) {
        let mut backend = (self.open)();
        for job in queue {
            if job.claim.is_abandoned() {
                continue;
            }
            let answer = self.answer(backend.as_mut(), &job).unwrap_or_else(|| {
                backend = (self.open)();
                Err(SecretError::Broken("the keyring library panicked".to_owned()))
            });
            (job.reply)(answer);
        }
        if let Some(roster) = self.roster.upgrade() {
            held(&roster).hung.retain(|post| !Arc::ptr_eq(post, &self.post));
        }
        // Only now, so that a test which sees the backend dropped knows that the roster is in order.
        drop(backend);
    }

    /// `None` if the library panicked; then the backend is not to be used again.
    fn answer(&self, backend: &mut dyn Backend, job: &Job) -> Option<Answer> {
        let watch = Watch::new(
            Arc::clone(&self.post),
            Arc::clone(&job.claim),
            job.operation.may_prompt(),
        );
        let answer = catch_unwind(AssertUnwindSafe(|| {
            job.operation.perform(backend, &self.names, &watch)
        }));
        self.post.returned();
        answer.ok()
    }
}

#[cfg(test)]
mod tests;
