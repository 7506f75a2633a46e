use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Instant;

use secrecy::{ExposeSecret as _, SecretString};

use super::*;
use crate::entry::Entry;
use crate::operation::CANARY;

/// Long enough for a busy machine to answer a call that does not hang.
const SHORT: Duration = Duration::from_millis(400);
/// For calls whose deadline must not pass during the test.
const LONG: Duration = Duration::from_secs(60);

/// A keyring that hangs, prompts or panics on demand.
struct Scene {
    hangs: AtomicBool,
    prompts: AtomicBool,
    panics: AtomicBool,
    opened: AtomicUsize,
    secrets: Mutex<HashMap<String, SecretString>>,
    entered: Sender<()>,
    release: Mutex<Receiver<()>>,
    gone: Sender<()>,
}

/// The test's ends of the channels.
struct Stage {
    scene: Arc<Scene>,
    entered: Receiver<()>,
    release: Sender<()>,
    gone: Receiver<()>,
}

struct Fake(Arc<Scene>);

impl Drop for Fake {
    fn drop(&mut self) {
        let _ = self.0.gone.send(());
    }
}

impl Fake {
    fn pass(&self, watch: &Watch) -> Result<(), SecretError> {
        assert!(
            !self.0.panics.load(Ordering::SeqCst),
            "the library panics, as told"
        );
        let wait = || {
            self.0.entered.send(()).unwrap();
            held(&self.0.release).recv().unwrap();
        };
        if self.0.prompts.load(Ordering::SeqCst) {
            watch.at_prompt(wait)?;
        } else if self.0.hangs.load(Ordering::SeqCst) {
            wait();
        }
        Ok(())
    }
}

impl Backend for Fake {
    fn get(&mut self, user: &str, watch: &Watch) -> Result<Option<SecretString>, SecretError> {
        self.pass(watch)?;
        Ok(held(&self.0.secrets).get(user).cloned())
    }

    fn set(&mut self, user: &str, secret: &SecretString, watch: &Watch) -> Result<(), SecretError> {
        self.pass(watch)?;
        watch.begin_write()?;
        held(&self.0.secrets).insert(user.to_owned(), secret.clone());
        Ok(())
    }

    fn delete(&mut self, user: &str, watch: &Watch) -> Result<bool, SecretError> {
        self.pass(watch)?;
        watch.begin_write()?;
        Ok(held(&self.0.secrets).remove(user).is_some())
    }
}

impl Stage {
    fn new() -> Self {
        let (entered_tx, entered) = channel();
        let (release, release_rx) = channel();
        let (gone_tx, gone) = channel();
        let canary = Names::new("i", "p").user(&Entry::Canary);
        let scene = Arc::new(Scene {
            hangs: AtomicBool::new(false),
            prompts: AtomicBool::new(false),
            panics: AtomicBool::new(false),
            opened: AtomicUsize::new(0),
            secrets: Mutex::new(HashMap::from([(canary, SecretString::from(CANARY))])),
            entered: entered_tx,
            release: Mutex::new(release_rx),
            gone: gone_tx,
        });
        Self {
            scene,
            entered,
            release,
            gone,
        }
    }

    fn workers(&self, deadline: Duration) -> Workers {
        let scene = Arc::clone(&self.scene);
        let open: Opener = Arc::new(move || {
            scene.opened.fetch_add(1, Ordering::SeqCst);
            Box::new(Fake(Arc::clone(&scene)))
        });
        Workers::new(open, Names::new("i", "p"), deadline)
    }

    fn opened(&self) -> usize {
        self.scene.opened.load(Ordering::SeqCst)
    }

    fn hang(&self, hangs: bool) {
        self.scene.hangs.store(hangs, Ordering::SeqCst);
    }

    fn prompt(&self, prompts: bool) {
        self.scene.prompts.store(prompts, Ordering::SeqCst);
    }

    fn holds(&self, entry: &Entry) -> bool {
        held(&self.scene.secrets).contains_key(&Names::new("i", "p").user(entry))
    }
}

fn get() -> Operation {
    Operation::Get(Entry::SaltKey)
}

fn set(secret: &str) -> Operation {
    Operation::Set(Entry::SaltKey, SecretString::from(secret))
}

fn error_of(answer: Answer) -> SecretError {
    answer.map(|_| ()).unwrap_err()
}

#[test]
fn nothing_is_opened_before_the_first_call_and_one_thread_serves_them_all() {
    let stage = Stage::new();
    let workers = stage.workers(LONG);
    assert_eq!(stage.opened(), 0);
    workers.call_blocking(set("s3cret")).unwrap();
    let found = workers.call_blocking(get()).unwrap().unwrap();
    assert_eq!(found.expose_secret(), "s3cret");
    assert_eq!(stage.opened(), 1);
}

#[test]
fn the_thread_ends_with_its_keyring() {
    let stage = Stage::new();
    let workers = stage.workers(LONG);
    workers.call_blocking(get()).unwrap();
    drop(workers);
    stage.gone.recv().unwrap();
}

#[test]
fn a_call_that_hangs_times_out_and_the_next_one_gets_a_new_thread() {
    let stage = Stage::new();
    let workers = stage.workers(SHORT);
    stage.hang(true);
    let start = Instant::now();
    assert_eq!(error_of(workers.call_blocking(get())), SecretError::TimedOut);
    assert!(start.elapsed() >= SHORT);
    stage.entered.recv().unwrap();

    stage.hang(false);
    assert!(workers.call_blocking(get()).unwrap().is_none());
    assert_eq!(stage.opened(), 2);
    stage.release.send(()).unwrap();
    stage.gone.recv().unwrap();
}

#[test]
fn a_call_that_hangs_at_a_prompt_is_locked() {
    let stage = Stage::new();
    let workers = stage.workers(SHORT);
    stage.prompt(true);
    assert_eq!(error_of(workers.call_blocking(get())), SecretError::Locked);
    stage.prompt(false);
    stage.release.send(()).unwrap();
    stage.gone.recv().unwrap();
}

#[test]
fn a_probe_never_waits_at_a_prompt() {
    let stage = Stage::new();
    let workers = stage.workers(LONG);
    stage.prompt(true);
    assert_eq!(
        error_of(workers.call_blocking(Operation::Probe)),
        SecretError::Locked
    );
    assert!(stage.entered.try_recv().is_err());
}

#[test]
fn with_two_threads_hung_calls_are_refused_at_once_until_one_returns() {
    let stage = Stage::new();
    let workers = stage.workers(SHORT);
    stage.hang(true);
    for _ in 0..HUNG_MAX {
        assert_eq!(error_of(workers.call_blocking(get())), SecretError::TimedOut);
        stage.entered.recv().unwrap();
    }
    let start = Instant::now();
    for _ in 0..100 {
        assert_eq!(error_of(workers.call_blocking(get())), SecretError::TimedOut);
    }
    assert!(
        start.elapsed() < SHORT,
        "a hundred refusals waited: {:?}",
        start.elapsed()
    );
    assert_eq!(stage.opened(), HUNG_MAX);

    stage.hang(false);
    stage.release.send(()).unwrap();
    stage.gone.recv().unwrap();
    assert!(workers.call_blocking(get()).unwrap().is_none());
    assert_eq!(stage.opened(), HUNG_MAX + 1);
    stage.release.send(()).unwrap();
}

#[test]
fn a_refusal_says_locked_while_a_hung_thread_waits_at_a_prompt() {
    let stage = Stage::new();
    let workers = stage.workers(SHORT);
    stage.hang(true);
    assert_eq!(error_of(workers.call_blocking(get())), SecretError::TimedOut);
    stage.prompt(true);
    assert_eq!(error_of(workers.call_blocking(get())), SecretError::Locked);
    assert_eq!(error_of(workers.call_blocking(get())), SecretError::Locked);
    assert_eq!(stage.opened(), HUNG_MAX);
    for _ in 0..HUNG_MAX {
        stage.release.send(()).unwrap();
    }
}

#[test]
fn a_write_given_up_at_a_prompt_does_not_happen_after_the_unlocking() {
    let stage = Stage::new();
    let workers = stage.workers(SHORT);
    stage.prompt(true);
    assert_eq!(error_of(workers.call_blocking(set("late"))), SecretError::Locked);
    stage.release.send(()).unwrap();
    stage.gone.recv().unwrap();
    assert!(!stage.holds(&Entry::SaltKey));
}

#[test]
fn a_deletion_given_up_does_not_happen_later() {
    let stage = Stage::new();
    let workers = stage.workers(SHORT);
    workers.call_blocking(set("kept")).unwrap();
    stage.hang(true);
    assert_eq!(
        error_of(workers.call_blocking(Operation::Delete(Entry::SaltKey))),
        SecretError::TimedOut
    );
    stage.release.send(()).unwrap();
    stage.gone.recv().unwrap();
    assert!(stage.holds(&Entry::SaltKey));
}

#[test]
fn a_panic_in_the_library_is_broken_and_does_not_end_the_service() {
    let stage = Stage::new();
    let workers = stage.workers(LONG);
    stage.scene.panics.store(true, Ordering::SeqCst);
    assert!(matches!(
        error_of(workers.call_blocking(get())),
        SecretError::Broken(_)
    ));
    stage.scene.panics.store(false, Ordering::SeqCst);
    assert!(workers.call_blocking(get()).unwrap().is_none());
    assert_eq!(stage.opened(), 2);
}

#[tokio::test]
async fn an_async_call_that_hangs_times_out_too() {
    let stage = Stage::new();
    let workers = stage.workers(SHORT);
    stage.hang(true);
    assert_eq!(error_of(workers.call(get()).await), SecretError::TimedOut);
    stage.hang(false);
    assert!(workers.call(get()).await.unwrap().is_none());
    stage.release.send(()).unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_write_whose_future_is_dropped_while_it_queues_does_not_happen() {
    let stage = Stage::new();
    let workers = Arc::new(stage.workers(LONG));
    stage.hang(true);
    let first = tokio::spawn({
        let workers = Arc::clone(&workers);
        async move { workers.call(get()).await }
    });
    stage.entered.recv().unwrap();

    let mut queued = Box::pin(workers.call(set("unwanted")));
    // One poll puts it into the queue behind the call that hangs.
    tokio::select! {
        biased;
        _ = &mut queued => panic!("it must wait behind the call that hangs"),
        () = std::future::ready(()) => {}
    }
    drop(queued);

    stage.hang(false);
    stage.release.send(()).unwrap();
    assert!(first.await.unwrap().unwrap().is_none());
    assert!(workers.call(get()).await.unwrap().is_none());
}
