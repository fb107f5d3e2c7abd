//! The command behind lenses and actions, in any client: it shows documents and words, and answers with what it shows.

use std::io::Write as _;
use std::path::PathBuf;
use std::str::FromStr as _;

use engine::ide::lenses::About;
use lsp_types::*;
use serde::Serialize;
use serde_json::Value;
use tower_lsp::Client;

use super::convert::uri;

/// Shows what a lens is about, `{ uri, about, position }`, else `{ place }` or `{ title, text }`.
pub const COMMAND: &str = "taskpacket.show";

/// Places that somebody chooses from; more are only told.
const MOST: usize = 12;

/// What there is to show: words, or places.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Shown {
    /// What the words are, where somebody takes them along.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    pub text: Option<String>,
    pub places: Vec<Location>,
}

/// What is asked for.
pub enum Wanted {
    /// What a line over a title is about.
    Lens { uri: Uri, about: About, at: Position },
    /// What an action of ours says itself.
    Known(Shown),
}

/// Nothing where it cannot be read.
pub fn wanted(arguments: &[Value]) -> Option<Wanted> {
    let argument = arguments.first()?;
    if let Some(text) = argument["text"].as_str() {
        let title = argument["title"].as_str().map(str::to_string);
        return Some(Wanted::Known(Shown { title, text: Some(text.to_string()), places: Vec::new() }));
    }
    if let Ok(place) = serde_json::from_value(argument["place"].clone()) {
        return Some(Wanted::Known(Shown { places: vec![place], ..Shown::default() }));
    }
    let about = argument["about"].as_str()?;
    Some(Wanted::Lens {
        uri: Uri::from_str(argument["uri"].as_str()?).ok()?,
        about: About::ALL.iter().copied().find(|known| known.name() == about)?,
        at: serde_json::from_value(argument["position"].clone()).unwrap_or_default(),
    })
}

/// Shows words as a message, one place at once, several as a choice. A client that shows no documents is told the place.
pub async fn show(client: Client, shows_documents: bool, shown: Shown) {
    if let Some(text) = shown.text {
        client.show_message(MessageType::INFO, text).await;
    }
    let place = match shown.places.as_slice() {
        [] => return,
        [place] => Some(place.clone()),
        places => choose(&client, places).await,
    };
    let Some(place) = place else { return };
    if !shows_documents {
        client.show_message(MessageType::INFO, named(&place)).await;
        return;
    }
    let params = ShowDocumentParams {
        uri: place.uri.clone(),
        external: Some(false),
        take_focus: Some(true),
        selection: Some(place.range),
    };
    if !matches!(client.show_document(params).await, Ok(true)) {
        client.show_message(MessageType::INFO, named(&place)).await;
    }
}

/// Shows a text that somebody is to get: as a file of its own where the client opens documents, so that it can be read
/// and copied as a whole; else as a message.
pub async fn show_text(client: Client, shows_documents: bool, name: String, text: String) {
    let written = if shows_documents { written(&name, &text) } else { None };
    let shown = match written.as_deref().and_then(uri::uri) {
        Some(uri) => {
            let params =
                ShowDocumentParams { uri, external: Some(false), take_focus: Some(true), selection: None };
            matches!(client.show_document(params).await, Ok(true))
        }
        None => false,
    };
    if !shown {
        client.show_message(MessageType::INFO, text).await;
    }
}

/// A file for the text in the folder of the system's temporary files, which only its user can read.
fn written(name: &str, text: &str) -> Option<PathBuf> {
    let name: String =
        name.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' }).collect();
    let mut file = tempfile::Builder::new().prefix(&format!("{name}-")).suffix(".md").tempfile().ok()?;
    file.write_all(text.as_bytes()).ok()?;
    file.keep().ok().map(|(_, path)| path)
}

async fn choose(client: &Client, places: &[Location]) -> Option<Location> {
    let offered = places.iter().take(MOST);
    let items =
        offered.map(|place| MessageActionItem { title: named(place), properties: Default::default() });
    let more = places.len().saturating_sub(MOST);
    let question = match more {
        0 => format!("{} places", places.len()),
        more => format!("{} places, {more} of them not listed", places.len()),
    };
    let items: Vec<MessageActionItem> = items.collect();
    let chosen = client.show_message_request(MessageType::INFO, question, Some(items)).await.ok()??;
    places.iter().find(|place| named(place) == chosen.title).cloned()
}

/// The file's name and the line, as people write it.
fn named(place: &Location) -> String {
    let path = place.uri.path().as_str();
    let name = path.rsplit('/').next().unwrap_or(path);
    format!("{name}:{}", place.range.start.line + 1)
}
