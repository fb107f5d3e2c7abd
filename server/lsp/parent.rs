//! The process that started us: a server without its editor must not live on.

use std::time::Duration;

/// Twice a second would still be in time.
const INTERVAL: Duration = Duration::from_millis(300);

/// Ends this process soon after that one is gone.
pub fn watch(process: u32) {
    // An editor outside our container names a process that we cannot see; it is not dead for that.
    if !is_alive(process) {
        return;
    }
    std::thread::spawn(move || {
        while is_alive(process) {
            std::thread::sleep(INTERVAL);
        }
        std::process::exit(1);
    });
}

/// A process that nobody has asked for its exit code yet ("Z") is as dead as one that is gone.
#[cfg(target_os = "linux")]
fn is_alive(process: u32) -> bool {
    // The name, in parentheses, may hold anything; the state is the word behind it.
    std::fs::read_to_string(format!("/proc/{process}/stat")).is_ok_and(|stat| {
        stat.rsplit(')').next().is_some_and(|rest| !rest.trim_start().starts_with(['Z', 'X']))
    })
}

/// Not permitted to ask means that there is somebody.
#[cfg(all(unix, not(target_os = "linux")))]
fn is_alive(process: u32) -> bool {
    let process = i32::try_from(process).ok().and_then(rustix::process::Pid::from_raw);
    process.is_some_and(|process| rustix::process::test_kill_process(process) != Err(rustix::io::Errno::SRCH))
}

/// Elsewhere the end of standard input has to tell.
#[cfg(not(unix))]
fn is_alive(_: u32) -> bool {
    false
}
