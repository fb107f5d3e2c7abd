//! Standard input, waited for where the system can tell when there is more; elsewhere a thread reads it.
//!
//! A thread in between costs two switches for each message, which is a good part of what an ordinary one costs.

use tokio::io::AsyncRead;

/// Must be called within the runtime.
pub fn open() -> Box<dyn AsyncRead + Send + Unpin> {
    #[cfg(unix)]
    if let Ok(Some(input)) = waited_for() {
        return input;
    }
    Box::new(tokio::io::stdin())
}

#[cfg(unix)]
fn is_output(input: &std::fs::File) -> std::io::Result<bool> {
    use std::os::fd::AsFd as _;
    use std::os::unix::fs::MetadataExt as _;

    let output = std::fs::File::from(std::io::stdout().as_fd().try_clone_to_owned()?).metadata()?;
    let input = input.metadata()?;
    Ok((input.dev(), input.ino()) == (output.dev(), output.ino()))
}

/// Editors connect by a pipe or by a pair of sockets. Both ends of either are files of their own, so that ours not blocking
/// changes nothing for the editor; a terminal is shared with others and stays as it is.
#[cfg(unix)]
fn waited_for() -> std::io::Result<Option<Box<dyn AsyncRead + Send + Unpin>>> {
    use std::fs::File;
    use std::os::fd::{AsFd as _, OwnedFd};
    use std::os::unix::fs::FileTypeExt as _;
    use std::os::unix::net::UnixStream;

    let input = File::from(std::io::stdin().as_fd().try_clone_to_owned()?);
    let kind = input.metadata()?.file_type();
    if kind.is_fifo() {
        let pipe = tokio::net::unix::pipe::Receiver::from_owned_fd(OwnedFd::from(input))?;
        return Ok(Some(Box::new(pipe)));
    }
    // One socket for both directions would not block our writing either.
    if kind.is_socket() && !is_output(&input)? {
        let socket = UnixStream::from(OwnedFd::from(input));
        socket.set_nonblocking(true)?;
        return Ok(Some(Box::new(tokio::net::UnixStream::from_std(socket)?)));
    }
    Ok(None)
}
