//! The listening socket, with a switch per connection that can really drop it: without a reply, or in the
//! middle of one. A polite 500 would not teach the till what a torn cable does.

use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, ready};

use axum::extract::connect_info::Connected;
use axum::serve::{IncomingStream, Listener};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};

/// The switch of one connection, reachable from the request being served on it.
#[derive(Clone)]
pub(crate) struct Wire(Arc<Mutex<Plan>>);

#[derive(Clone, Copy)]
enum Plan {
    Whole,
    /// Let the header and this many bytes of the body pass, then drop.
    CutBodyAfter(usize),
    /// Let this many further bytes pass, then drop.
    CutAfter(usize),
}

impl Wire {
    /// The connection is closed before one byte of a reply has left.
    pub(crate) fn drop_now(&self) {
        *self.plan() = Plan::CutAfter(0);
    }

    /// The connection is closed after the header and `bytes` bytes of the body.
    pub(crate) fn cut_body_after(&self, bytes: usize) {
        *self.plan() = Plan::CutBodyAfter(bytes);
    }

    fn plan(&self) -> MutexGuard<'_, Plan> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How many bytes of this write may pass; `None` means all.
    fn allowance(&self, bytes: &[u8]) -> Option<usize> {
        match *self.plan() {
            Plan::Whole => None,
            Plan::CutAfter(left) => Some(left),
            Plan::CutBodyAfter(body) => {
                let head = bytes.windows(4).position(|four| four == b"\r\n\r\n");
                Some(
                    head.map_or(bytes.len(), |at| at.saturating_add(4))
                        .saturating_add(body),
                )
            }
        }
    }
}

impl Connected<IncomingStream<'_, Lines>> for Wire {
    fn connect_info(stream: IncomingStream<'_, Lines>) -> Self {
        stream.io().wire.clone()
    }
}

/// The listening socket.
pub(crate) struct Lines(pub(crate) TcpListener);

impl Listener for Lines {
    type Io = Line;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Line, SocketAddr) {
        let (stream, address) = Listener::accept(&mut self.0).await;
        (
            Line {
                stream,
                wire: Wire(Arc::new(Mutex::new(Plan::Whole))),
            },
            address,
        )
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.0.local_addr()
    }
}

/// One connection.
pub(crate) struct Line {
    stream: TcpStream,
    wire: Wire,
}

impl AsyncRead for Line {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        into: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(cx, into)
    }
}

impl AsyncWrite for Line {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let Some(allowed) = self.wire.allowance(bytes) else {
            return Pin::new(&mut self.stream).poll_write(cx, bytes);
        };
        if allowed == 0 {
            return Poll::Ready(Err(io::ErrorKind::ConnectionReset.into()));
        }
        let part = bytes.get(..allowed.min(bytes.len())).unwrap_or(bytes);
        let written = ready!(Pin::new(&mut self.stream).poll_write(cx, part))?;
        *self.wire.plan() = Plan::CutAfter(allowed.saturating_sub(written));
        Poll::Ready(Ok(written))
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}
