//! Standard output that never makes the server wait: a client that writes much before it reads would stop us both.

use std::io::{Error, ErrorKind, Result, Write as _};
use std::pin::Pin;
use std::sync::mpsc::{Receiver, channel};
use std::task::{Context, Poll};
use std::thread::JoinHandle;

use tokio::io::{AsyncWrite, AsyncWriteExt as _};
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};
use tokio::task;

use super::stdio;

/// Takes everything at once; a task or a thread writes it.
pub struct Pump(Sender);

enum Sender {
    Task(tokio::sync::mpsc::UnboundedSender<Vec<u8>>),
    Thread(std::sync::mpsc::Sender<Vec<u8>>),
}

/// Who writes: ends when all is written and the pump is gone, or when nobody reads any more.
pub enum Writer {
    Task(task::JoinHandle<Result<()>>),
    Thread(JoinHandle<Result<()>>),
}

/// Must be called within the runtime.
pub fn start() -> (Pump, Writer) {
    if let Some(output) = stdio::output() {
        let (sender, chunks) = unbounded_channel();
        return (Pump(Sender::Task(sender)), Writer::Task(task::spawn(write_when_ready(output, chunks))));
    }
    let (sender, chunks) = channel();
    (Pump(Sender::Thread(sender)), Writer::Thread(std::thread::spawn(move || write_all(&chunks))))
}

impl Writer {
    /// Waits for the end; that nobody reads any more is one.
    pub async fn end(self) {
        match self {
            Writer::Task(task) => drop(task.await),
            Writer::Thread(thread) => drop(task::spawn_blocking(|| thread.join()).await),
        }
    }
}

async fn write_when_ready(
    mut output: Box<dyn AsyncWrite + Send + Unpin>,
    mut chunks: UnboundedReceiver<Vec<u8>>,
) -> Result<()> {
    while let Some(chunk) = chunks.recv().await {
        output.write_all(&chunk).await?;
    }
    Ok(())
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
        let is_taken = match &self.0 {
            Sender::Task(sender) => sender.send(bytes.to_vec()).is_ok(),
            Sender::Thread(sender) => sender.send(bytes.to_vec()).is_ok(),
        };
        Poll::Ready(if is_taken { Ok(bytes.len()) } else { Err(Error::from(ErrorKind::BrokenPipe)) })
    }

    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Result<()>> {
        Poll::Ready(Ok(()))
    }
}
