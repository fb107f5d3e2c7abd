//! Standard input and output, waited for where the system can tell when they are ready; elsewhere threads read and write.
//!
//! A thread in between costs two switches for each message, which is a good part of what an ordinary one costs.

use tokio::io::{AsyncRead, AsyncWrite};

/// Standard input. Must be called within the runtime.
pub fn input() -> Box<dyn AsyncRead + Send + Unpin> {
    #[cfg(unix)]
    if let Ok(Some(input)) = waited_for::input() {
        return input;
    }
    Box::new(tokio::io::stdin())
}

/// Standard output, if it can be waited for. Must be called within the runtime.
pub fn output() -> Option<Box<dyn AsyncWrite + Send + Unpin>> {
    #[cfg(unix)]
    return waited_for::output().ok().flatten();
    #[cfg(not(unix))]
    None
}

/// Editors connect by pipes or by pairs of sockets. Both ends of either are files of their own, so that ours not blocking
/// changes nothing for the editor; a terminal is shared with others and stays as it is.
#[cfg(unix)]
mod waited_for {
    use std::fs::File;
    use std::io::Result;
    use std::os::fd::{AsFd, OwnedFd};
    use std::os::unix::fs::{FileTypeExt as _, MetadataExt as _};
    use std::os::unix::net::UnixStream;

    use tokio::io::{AsyncRead, AsyncWrite};
    use tokio::net::unix::pipe;

    pub fn input() -> Result<Option<Box<dyn AsyncRead + Send + Unpin>>> {
        let input = file(std::io::stdin())?;
        let kind = input.metadata()?.file_type();
        if kind.is_fifo() {
            return Ok(Some(Box::new(pipe::Receiver::from_owned_fd(OwnedFd::from(input))?)));
        }
        if kind.is_socket() && !is_same(&input, &file(std::io::stdout())?)? {
            return Ok(Some(Box::new(socket(input)?)));
        }
        Ok(None)
    }

    pub fn output() -> Result<Option<Box<dyn AsyncWrite + Send + Unpin>>> {
        let output = file(std::io::stdout())?;
        let kind = output.metadata()?.file_type();
        // What is written to standard error must not fail because the other one is full.
        if is_same(&output, &file(std::io::stderr())?)? {
            return Ok(None);
        }
        if kind.is_fifo() {
            return Ok(Some(Box::new(pipe::Sender::from_owned_fd(OwnedFd::from(output))?)));
        }
        if kind.is_socket() && !is_same(&output, &file(std::io::stdin())?)? {
            return Ok(Some(Box::new(socket(output)?)));
        }
        Ok(None)
    }

    fn file(stream: impl AsFd) -> Result<File> {
        Ok(File::from(stream.as_fd().try_clone_to_owned()?))
    }

    fn is_same(one: &File, other: &File) -> Result<bool> {
        let (one, other) = (one.metadata()?, other.metadata()?);
        Ok((one.dev(), one.ino()) == (other.dev(), other.ino()))
    }

    fn socket(file: File) -> Result<tokio::net::UnixStream> {
        let socket = UnixStream::from(OwnedFd::from(file));
        socket.set_nonblocking(true)?;
        tokio::net::UnixStream::from_std(socket)
    }
}
