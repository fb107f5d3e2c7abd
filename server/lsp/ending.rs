//! How the process ends: with the code the protocol asks for, and within a second whatever is under way.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::io::{AsyncRead, ReadBuf};
use tower_lsp::jsonrpc::Request;
use tower_service::Service;

use super::snippets;

/// What waiting answers get to leave; nobody waits for a server that is to end.
const GRACE: Duration = Duration::from_millis(600);

/// What the client has said about the end so far.
#[derive(Clone, Default)]
pub struct Ending {
    shut_down: Arc<AtomicBool>,
    exited: Arc<AtomicBool>,
}

impl Ending {
    /// 1 after `exit` without `shutdown` (LSP 3.17, exit); a closed input is a plain end.
    pub fn code(&self) -> i32 {
        let unasked = self.exited.load(Ordering::SeqCst) && !self.shut_down.load(Ordering::SeqCst);
        i32::from(unasked)
    }

    /// Ends the process even if a long reading of files or a client that reads nothing holds it up.
    fn soon(&self) {
        let code = self.code();
        std::thread::spawn(move || {
            std::thread::sleep(GRACE);
            std::process::exit(code);
        });
    }
}

/// The service, listened to for the two messages about the end; it gets requests by the names it knows.
pub struct Listening<S> {
    pub service: S,
    pub ending: Ending,
}

impl<S: Service<Request>> Service<Request> for Listening<S> {
    type Response = S::Response;
    type Error = S::Error;
    type Future = S::Future;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        self.service.poll_ready(context)
    }

    fn call(&mut self, request: Request) -> Self::Future {
        match request.method() {
            "shutdown" => self.ending.shut_down.store(true, Ordering::SeqCst),
            "exit" => {
                self.ending.exited.store(true, Ordering::SeqCst);
                self.ending.soon();
            }
            _ => {}
        }
        self.service.call(snippets::known(request))
    }
}

/// Standard input, listened to for its end.
pub struct Input<I> {
    pub input: I,
    pub ending: Ending,
}

impl<I: AsyncRead + Unpin> AsyncRead for Input<I> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<std::io::Result<()>> {
        let before = buffer.filled().len();
        let read = Pin::new(&mut self.input).poll_read(context, buffer);
        if let Poll::Ready(result) = &read
            && (result.is_err() || buffer.filled().len() == before)
        {
            self.ending.soon();
        }
        read
    }
}
