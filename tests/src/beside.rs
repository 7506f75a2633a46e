//! Many counters beside each other in one test: while some wait for a deadline, others work.

use std::sync::Arc;
use tokio::sync::Semaphore;
use tokio::task::JoinError;

const AT_ONCE: usize = 4;

/// Runs them, a few at a time, and gives what became of each in their order: one that panics ends no other.
pub async fn beside<Run>(runs: impl IntoIterator<Item = Run>) -> Vec<Result<Run::Output, JoinError>>
where
    Run: Future<Output: Send + 'static> + Send + 'static,
{
    let turns = Arc::new(Semaphore::new(AT_ONCE));
    let begun = runs.into_iter().map(|run| {
        let turns = turns.clone();
        tokio::spawn(async move {
            let _turn = turns.acquire().await.unwrap();
            run.await
        })
    });
    let begun: Vec<_> = begun.collect();
    let mut ended = Vec::new();
    for run in begun {
        ended.push(run.await);
    }
    ended
}
