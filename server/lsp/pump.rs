//! Standard output that never makes the server wait: a client that writes much before it reads would stop us both.

use std::io::{Error, ErrorKind, Result, Write as _};
use std::pin::Pin;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::task::{Context, Poll};
use std::thread::JoinHandle;

use tokio::io::AsyncWrite;

/// Takes everything at once; a thread writes it.
pub struct Pump(Sender<Vec<u8>>);

/// The thread ends when all is written and the pump is gone, or when nobody reads any more.
pub fn start() -> (Pump, JoinHandle<()>) {
    let (sender, chunks) = channel();
    (Pump(sender), std::thread::spawn(move || drop(write_all(&chunks))))
}

fn write_all(chunks: &Receiver<Vec<u8>>) -> Result<()> {
    let mut output = std::io::stdout().lock();
    while let Ok(chunk) = chunks.recv() {
        output.write_all(&chunk)?;
        for chunk in chunks.try_iter() {
            output.write_all(&chunk)?;
        }
        output.flush()?;
    }
    Ok(())
}

impl AsyncWrite for Pump {
    fn poll_write(self: Pin<&mut Self>, _: &mut Context<'_>, bytes: &[u8]) -> Poll<Result<usize>> {
        let sent = self.0.send(bytes.to_vec());
        Poll::Ready(sent.map(|()| bytes.len()).map_err(|_| Error::from(ErrorKind::BrokenPipe)))
    }

    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Result<()>> {
        Poll::Ready(Ok(()))
    }
}
